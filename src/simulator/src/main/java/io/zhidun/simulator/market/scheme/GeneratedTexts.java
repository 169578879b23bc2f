package io.zhidun.simulator.market.scheme;

import io.zhidun.simulator.market.stream.Tempo;
import io.zhidun.simulator.market.text.RandomText;
import io.zhidun.simulator.market.world.Applicant;
import io.zhidun.simulator.market.world.Station;
import java.util.List;

/** P3, P4 and P5: texts that a generator made, stacked claims, and filing without research. */
final class GeneratedTexts {
  private GeneratedTexts() {}

  /** Random texts, slowly, by a firm that might well do research: a hint and no more. */
  static void alone(Play play) {
    play.lasting(80);
    play.instance.hint();
    int field = play.field();
    Applicant applicant = play.firm(field, play.between(150, 500), play.between(2_000, 5_000));
    file(play, applicant, play.between(8, 18), 1);
  }

  /** Random texts by the dozen by a firm that has nobody. */
  static void flood(Play play) {
    play.lasting(play.between(5, 20));
    play.instance.also("P3");
    int field = play.field();
    Applicant applicant = play.firm(field, play.between(0, 3), play.between(30, 300));
    file(play, applicant, play.between(50, 140), 8);
  }

  private static void file(Play play, Applicant applicant, int filings, int perVisit) {
    play.instance.applicant(applicant);
    Station station = play.station(applicant);
    for (int left = filings; left > 0; left -= perVisit) {
      int now = Math.min(perVisit, left);
      play.file(
          play.anyTime(),
          station,
          perVisit == 1 ? Tempo.PATENT : Tempo.AGENT,
          null,
          own ->
              Dossiers.repeated(
                  now,
                  () -> {
                    long seed = own.nextLong();
                    int field = own.nextInt(40);
                    return play.patent(
                        applicant,
                        Dossiers.work(field, own, () -> RandomText.write(field, seed)),
                        own);
                  }));
    }
  }

  /** First claims with dozens of features, narrowed by numbers without need. */
  static void stacked(Play play) {
    play.lasting(play.between(30, 80));
    play.instance.hint();
    int field = play.field();
    Applicant applicant = play.ordinaryFirm(field);
    play.instance.applicant(applicant);
    Station station = play.station(applicant);
    int features = play.between(14, 30);
    int filings = play.between(6, 16);
    for (int i = 0; i < filings; i++) {
      play.file(
          play.anyTime(),
          station,
          Tempo.PATENT,
          null,
          own -> {
            long seed = own.nextLong();
            return List.of(
                play.patent(
                    applicant,
                    Dossiers.work(field, own, () -> RandomText.stacked(field, features, seed)),
                    own));
          });
    }
  }

  /** A young firm with next to nobody, many inventions from all fields, its owner the inventor. */
  static void withoutResearch(Play play) {
    play.lasting(play.between(20, 80));
    Applicant applicant = play.firm(play.field(), play.between(0, 3), play.between(20, 400));
    play.instance.applicant(applicant);
    Station station = play.station(applicant);
    int visits = play.between(10, 30);
    for (int i = 0; i < visits; i++) {
      play.file(
          play.anyTime(),
          station,
          Tempo.PATENT,
          null,
          own ->
              Dossiers.repeated(
                  2 + own.nextInt(4), () -> Unrelated.byOwner(applicant, own.nextInt(40), own)));
    }
  }
}
