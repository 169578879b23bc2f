package io.zhidun.simulator.market.scheme;

import io.zhidun.simulator.market.stream.Dossier;
import io.zhidun.simulator.market.stream.Kind;
import io.zhidun.simulator.market.stream.MarkWork;
import io.zhidun.simulator.market.stream.PatentWork;
import io.zhidun.simulator.market.stream.Relations;
import io.zhidun.simulator.market.text.PatentText;
import io.zhidun.simulator.market.world.Agency;
import io.zhidun.simulator.market.world.Agent;
import io.zhidun.simulator.market.world.Applicant;
import io.zhidun.simulator.market.world.Codes;
import io.zhidun.simulator.market.world.Contact;
import io.zhidun.simulator.market.world.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Puts applications together. */
final class Dossiers {
  private Dossiers() {}

  static PatentWork work(int field, SplittableRandom own, Supplier<PatentText> text) {
    Kind kind = own.nextInt(3) == 0 ? Kind.INVENTION : Kind.UTILITY_MODEL;
    List<String> drawings = List.of(Codes.hex(64, own), Codes.hex(64, own));
    return new PatentWork(kind, field, text, drawings, own.nextLong());
  }

  static Dossier of(
      Applicant applicant,
      List<Person> inventors,
      Contact contact,
      PatentWork work,
      SplittableRandom own) {
    return new Dossier(
        work,
        List.of(applicant),
        inventors,
        contact,
        null,
        null,
        Relations.NONE,
        Codes.hex(64, own));
  }

  static Dossier represented(Dossier dossier, Agency agency, Agent agent) {
    return new Dossier(
        dossier.work(),
        dossier.applicants(),
        dossier.inventors(),
        dossier.contact(),
        agency,
        agent,
        dossier.relations(),
        dossier.attachment());
  }

  static List<Dossier> repeated(int count, Supplier<Dossier> one) {
    List<Dossier> dossiers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      dossiers.add(one.get());
    }
    return dossiers;
  }

  static Dossier mark(Applicant applicant, String name, int nice, SplittableRandom own) {
    return new Dossier(
        MarkWork.word(name, nice),
        List.of(applicant),
        List.of(),
        applicant.contact(),
        null,
        null,
        Relations.NONE,
        Codes.hex(64, own));
  }
}
