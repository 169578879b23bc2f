package io.zhidun.simulator.market.scheme;

import io.zhidun.simulator.market.stream.Dossier;
import io.zhidun.simulator.market.stream.Tempo;
import io.zhidun.simulator.market.world.Applicant;
import io.zhidun.simulator.market.world.ProtectedMark;
import io.zhidun.simulator.market.world.Station;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Look-alikes of hoarding and imitation: owners who guard and widen what is theirs. */
final class HonestOwners {
  private HonestOwners() {}

  /** One mark, and its spelling, in every class. */
  static void defensive(Play play) {
    play.lasting(play.between(3, 20));
    Applicant owner = owner(play, 800);
    Station station = play.station(owner);
    String brand = play.words.brand(play.random);
    for (int nice = 1; nice <= 45; nice += 5) {
      int from = nice;
      play.file(
          play.anyTime(), station, Tempo.AGENT, null, own -> classes(owner, brand, from, own));
    }
  }

  private static List<Dossier> classes(
      Applicant owner, String brand, int from, SplittableRandom own) {
    List<Dossier> dossiers = new ArrayList<>(5);
    for (int nice = from; nice < from + 5; nice++) {
      dossiers.add(Dossiers.mark(owner, brand, nice, own));
    }
    return dossiers;
  }

  /** A consumer group that names more than 150 products after its house marks. */
  static void consumerGroup(Play play) {
    play.lasting(85);
    Applicant owner = owner(play, 4_000);
    List<String> houses = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      houses.add(play.words.brand(play.random));
    }
    int home = play.between(1, 40);
    Station station = play.station(owner);
    int visits = play.between(32, 60);
    for (int i = 0; i < visits; i++) {
      play.file(
          play.anyTime(),
          station,
          Tempo.AGENT,
          null,
          own -> Dossiers.repeated(5, () -> product(play, owner, houses, home, own)));
    }
  }

  private static Dossier product(
      Play play, Applicant owner, List<String> houses, int home, SplittableRandom own) {
    String name = play.words.series(houses.get(own.nextInt(houses.size())), own);
    return Dossiers.mark(owner, name, home + own.nextInt(4), own);
  }

  /** The owner of a well-known mark files variants of it. */
  static void ownVariants(Play play) {
    play.lasting(60);
    ProtectedMark mark = play.words.anyProtected("well-known", play.random);
    Applicant like =
        play.parties().shop(play.parties().register(2_000, 8, 5_000, play.random), play.random);
    Applicant owner =
        new Applicant(
            mark.owner(), mark.ownerCode(), null, "company", like.address(), like.contact(), null);
    play.instance.applicant(owner);
    Station station = play.station(owner);
    int visits = play.between(4, 12);
    for (int i = 0; i < visits; i++) {
      play.file(
          play.anyTime(),
          station,
          Tempo.AGENT,
          null,
          own -> List.of(variant(play, owner, mark, own)));
    }
  }

  private static Dossier variant(
      Play play, Applicant owner, ProtectedMark mark, SplittableRandom own) {
    int nice = mark.classes().get(own.nextInt(mark.classes().size()));
    return Dossiers.mark(owner, play.words.imitation(mark, own), nice, own);
  }

  private static Applicant owner(Play play, int insured) {
    Applicant owner =
        play.parties()
            .shop(
                play.parties()
                    .register(insured, play.field(), play.between(2_000, 6_000), play.random),
                play.random);
    play.instance.applicant(owner);
    return owner;
  }
}
