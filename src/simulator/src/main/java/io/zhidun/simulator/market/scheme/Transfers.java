package io.zhidun.simulator.market.scheme;

import io.zhidun.simulator.market.stream.Change;
import io.zhidun.simulator.market.stream.Stage;
import io.zhidun.simulator.market.stream.Tempo;
import io.zhidun.simulator.market.world.Applicant;
import io.zhidun.simulator.market.world.Person;
import io.zhidun.simulator.market.world.Station;
import java.util.List;
import java.util.SplittableRandom;

/** P7 and P8: applications made for sale, and such as come back after a notice. */
final class Transfers {
  private Transfers() {}

  /** Filed, soon made over to many, with other inventors than it began with. */
  static void quick(Play play) {
    play.lasting(play.between(55, 90));
    Applicant seller = play.firm(play.field(), play.between(1, 12), play.between(100, 1_500));
    play.instance.applicant(seller).also("P5");
    Station station = play.station(seller);
    List<Applicant> buyers = play.ordinaryFirms(play.between(6, 25));
    double sold = 0.5 + 0.45 * play.random.nextDouble();
    int visits = play.between(6, 16);
    for (int i = 0; i < visits; i++) {
      SplittableRandom fate = play.random.split();
      play.file(
          play.time(0.35 * play.random.nextDouble()),
          station,
          Tempo.PATENT,
          (number, time, dossier, stage) -> {
            if (fate.nextDouble() < sold) {
              sell(
                  play, stage, number, time, seller, buyers.get(fate.nextInt(buyers.size())), fate);
            }
          },
          own ->
              Dossiers.repeated(
                  1 + own.nextInt(3),
                  () -> play.patent(seller, Unrelated.work(own.nextInt(40), own), own)));
    }
  }

  private static void sell(
      Play play,
      Stage stage,
      String number,
      long time,
      Applicant seller,
      Applicant buyer,
      SplittableRandom fate) {
    long moved = play.after(time, 0.15 + 0.4 * fate.nextDouble());
    play.change(stage, moved, Change.transfer("applicant-change", number, seller, buyer));
    if (fate.nextInt(5) != 0) {
      List<Person> others = play.team(buyer, fate);
      play.change(
          stage, moved + 60_000 + fate.nextInt(3_600_000), Change.inventors(number, others));
    }
  }

  /** Withdrawn after a notice of suspicion, then filed again under another title or name. */
  static void comeBack(Play play) {
    play.lasting(play.between(55, 85));
    play.instance.also("P1");
    Applicant first = play.ordinaryFirm(play.field());
    Applicant second = play.random.nextBoolean() ? first : play.ordinaryFirm(play.field());
    play.instance.applicant(first).applicant(second);
    Station station = play.station(first);
    Station other = first == second ? station : play.station(second);
    int filings = play.between(3, 10);
    for (int i = 0; i < filings; i++) {
      Resubmission again = new Resubmission(play, second, other);
      play.file(
          play.time(0.2 * play.random.nextDouble()),
          station,
          Tempo.PATENT,
          again,
          own -> List.of(again.first(first, own)));
    }
  }
}
