package io.zhidun.simulator.market.scheme;

import io.zhidun.simulator.market.stream.Change;
import io.zhidun.simulator.market.stream.Dossier;
import io.zhidun.simulator.market.stream.Tempo;
import io.zhidun.simulator.market.stream.Visit;
import io.zhidun.simulator.market.world.Applicant;
import io.zhidun.simulator.market.world.ProtectedMark;
import io.zhidun.simulator.market.world.Station;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** T3, T4, T5 and T8: marks like those of others. */
final class Imitation {
  private Imitation() {}

  /** Several likenesses of one well-known mark, most for the same goods. */
  static void ofOne(Play play) {
    play.lasting(play.between(5, 40));
    Applicant owner = owner(play);
    Station station = play.station(owner);
    ProtectedMark target = play.words.anyProtected("well-known", play.random);
    int count = play.between(3, 8);
    if (count < 5) {
      play.instance.hint();
    }
    for (int i = 0; i < count; i++) {
      imitate(play, play.anyTime(), owner, station, target, null);
    }
  }

  /** Likenesses of the marks of many owners. */
  static void ofMany(Play play) {
    play.lasting(play.between(10, 60));
    play.instance.also("T3", "T1");
    Applicant owner = owner(play);
    Station station = play.station(owner);
    for (ProtectedMark target : targets(play, play.between(5, 12))) {
      int count = play.between(1, 3);
      for (int i = 0; i < count; i++) {
        imitate(play, play.anyTime(), owner, station, target, null);
      }
    }
  }

  /** The same owner again and again, after each refusal. */
  static void again(Play play) {
    play.lasting(play.between(60, 90));
    play.instance.also("T3");
    Applicant owner = owner(play);
    Station station = play.station(owner);
    ProtectedMark target = play.words.anyProtected(fame(play), play.random);
    int rounds = play.between(3, 5);
    for (int i = 0; i < rounds; i++) {
      double share = 0.9 * i / rounds;
      boolean opposed = i == 1 && play.random.nextBoolean();
      Visit.Filed refused =
          (number, time, dossier, stage) ->
              play.change(
                  stage,
                  play.after(time, 0.55 / rounds),
                  opposed
                      ? Change.against("opposition-upheld", number, target.owner())
                      : Change.against("refusal", number, target.owner()));
      imitate(play, play.time(share), owner, station, target, refused);
    }
  }

  /** One against whom decisions of bad faith were made files on. */
  static void knownSquatter(Play play) {
    play.lasting(play.between(50, 85));
    play.instance.also("T3", "T4", "T5");
    Applicant owner = owner(play);
    Station station = play.station(owner);
    for (ProtectedMark target : targets(play, play.between(2, 4))) {
      Visit.Filed decided =
          (number, time, dossier, stage) ->
              play.change(
                  stage,
                  play.after(time, 0.2),
                  Change.against("bad-faith-decision", number, target.owner()));
      imitate(play, play.time(0.1 * play.random.nextDouble()), owner, station, target, decided);
    }
    int later = play.between(5, 14);
    for (int i = 0; i < later; i++) {
      play.file(
          play.time(0.4 + 0.6 * play.random.nextDouble()),
          station,
          Tempo.MARK,
          null,
          own -> List.of(Dossiers.mark(owner, play.words.brand(own), 1 + own.nextInt(45), own)));
    }
  }

  private static Applicant owner(Play play) {
    Applicant owner =
        play.random.nextInt(3) == 0
            ? play.parties().privatePerson(play.random)
            : play.parties().stall(play.random);
    play.instance.applicant(owner);
    return owner;
  }

  private static String fame(Play play) {
    return play.random.nextBoolean() ? "well-known" : "known";
  }

  private static List<ProtectedMark> targets(Play play, int count) {
    List<ProtectedMark> targets = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      targets.add(play.words.anyProtected(fame(play), play.random));
    }
    return targets;
  }

  private static void imitate(
      Play play,
      long time,
      Applicant owner,
      Station station,
      ProtectedMark target,
      Visit.@Nullable Filed told) {
    play.file(time, station, Tempo.MARK, told, own -> List.of(likeness(play, owner, target, own)));
  }

  private static Dossier likeness(
      Play play, Applicant owner, ProtectedMark target, SplittableRandom own) {
    boolean sameGoods = own.nextInt(6) != 0;
    int nice =
        sameGoods
            ? target.classes().get(own.nextInt(target.classes().size()))
            : 1 + own.nextInt(45);
    return Dossiers.mark(owner, play.words.imitation(target, own), nice, own);
  }
}
