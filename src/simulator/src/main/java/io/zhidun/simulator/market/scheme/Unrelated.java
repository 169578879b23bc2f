package io.zhidun.simulator.market.scheme;

import io.zhidun.simulator.market.stream.Dossier;
import io.zhidun.simulator.market.stream.PatentWork;
import io.zhidun.simulator.market.text.PatentGrammar;
import io.zhidun.simulator.market.text.Recipe;
import io.zhidun.simulator.market.world.Applicant;
import io.zhidun.simulator.market.world.Person;
import io.zhidun.simulator.market.world.Register;
import java.util.List;
import java.util.SplittableRandom;

/** Inventions of their own, for schemes whose texts are not the point. */
final class Unrelated {
  private Unrelated() {}

  static PatentWork work(int field, SplittableRandom own) {
    Recipe recipe = Recipe.random(field, own.nextInt(40), own);
    return Dossiers.work(field, own, () -> PatentGrammar.write(recipe));
  }

  /** The legal representative is the inventor. */
  static Dossier byOwner(Applicant applicant, int field, SplittableRandom own) {
    Register register = applicant.register();
    List<Person> inventors = register == null ? List.of() : List.of(register.representative());
    return Dossiers.of(applicant, inventors, applicant.contact(), work(field, own), own);
  }
}
