package io.zhidun.simulator.market.scheme;

import io.zhidun.simulator.market.stream.Change;
import io.zhidun.simulator.market.stream.Dossier;
import io.zhidun.simulator.market.stream.Happening;
import io.zhidun.simulator.market.stream.Stage;
import io.zhidun.simulator.market.stream.Tempo;
import io.zhidun.simulator.market.stream.Visit;
import io.zhidun.simulator.market.text.PatentGrammar;
import io.zhidun.simulator.market.text.Recipe;
import io.zhidun.simulator.market.world.Applicant;
import io.zhidun.simulator.market.world.Station;
import java.util.List;
import java.util.SplittableRandom;

/** One application that comes back: filing, notice, withdrawal, the same text again. */
final class Resubmission implements Visit.Filed {
  private final Play play;
  private final Applicant second;
  private final Station station;
  private final Recipe recipe;
  private final SplittableRandom random;
  private final double edits;

  Resubmission(Play play, Applicant second, Station station) {
    this.play = play;
    this.second = second;
    this.station = station;
    this.random = play.random.split();
    this.recipe = Recipe.random(play.field(), 2, random);
    this.edits = random.nextInt(3) == 0 ? 0 : 0.07 * random.nextDouble();
  }

  Dossier first(Applicant applicant, SplittableRandom own) {
    return play.patent(
        applicant, Dossiers.work(recipe.field(), own, () -> PatentGrammar.write(recipe)), own);
  }

  @Override
  public void filed(String number, long time, Dossier dossier, Stage stage) {
    long notice = play.after(time, 0.1 + 0.1 * random.nextDouble());
    long withdrawal = play.after(notice, 0.05 + 0.1 * random.nextDouble());
    long again = play.after(withdrawal, 0.05 + 0.25 * random.nextDouble());
    play.change(stage, notice, Change.of("notice", number));
    play.change(
        stage,
        withdrawal,
        Change.of(random.nextInt(3) == 0 ? "deemed-withdrawal" : "withdrawal", number));
    stage.later(again, this::fileAgain);
  }

  private long fileAgain(long now, Stage stage) {
    long seed = random.nextLong();
    Dossier dossier =
        play.patent(
            second,
            Dossiers.work(recipe.field(), random, () -> CopiedTexts.copy(recipe, edits, seed)),
            random);
    stage.later(
        now + 1,
        new Visit(station, List.of(dossier), Tempo.PATENT, true, random, play.tells(null)));
    return Happening.OVER;
  }
}
