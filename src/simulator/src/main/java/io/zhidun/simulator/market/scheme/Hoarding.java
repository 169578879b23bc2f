package io.zhidun.simulator.market.scheme;

import io.zhidun.simulator.market.stream.Change;
import io.zhidun.simulator.market.stream.Dossier;
import io.zhidun.simulator.market.stream.Stage;
import io.zhidun.simulator.market.stream.Tempo;
import io.zhidun.simulator.market.world.Applicant;
import io.zhidun.simulator.market.world.MarkWords;
import io.zhidun.simulator.market.world.Register;
import io.zhidun.simulator.market.world.Station;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

/** T1, T2, T6 and T7: marks that nobody means to use. */
final class Hoarding {
  private Hoarding() {}

  /** Hundreds of unrelated marks in many classes, over weeks or in one day. */
  static void hoard(Play play) {
    boolean burst = play.random.nextInt(3) == 0;
    play.lasting(burst ? 2 : play.between(15, 75));
    play.instance.also("T2");
    Applicant owner = owner(play);
    marks(play, owner, play.between(170, 480), burst ? 60 : 12, play.words::brand);
  }

  /** Two or three characters at random, dozens of them. */
  static void arbitrary(Play play) {
    play.lasting(play.between(10, 60));
    play.instance.also("T1");
    marks(play, owner(play), play.between(60, 140), 10, MarkWords::loose);
  }

  /** Events and places, with or without a word behind. */
  static void publicWords(Play play) {
    play.lasting(play.between(5, 40));
    int count = play.between(3, 20);
    if (count < 6) {
      play.instance.hint();
    }
    marks(play, owner(play), count, 4, own -> publicWord(play, own));
  }

  private static String publicWord(Play play, SplittableRandom own) {
    List<MarkWords.Public> words = MarkWords.publicWords();
    String today = play.world.start().toString();
    MarkWords.Public found = words.get(own.nextInt(words.size()));
    while (found.from().compareTo(today) > 0) {
      found = words.get(own.nextInt(words.size()));
    }
    return own.nextInt(4) == 0 ? found.word() + "优选" : found.word();
  }

  /** Filed, registered quickly, offered, and sold to many. */
  static void fileAndSell(Play play) {
    play.lasting(play.between(60, 90));
    play.instance.also("T1");
    Applicant owner = owner(play);
    Station station = play.station(owner);
    List<Applicant> buyers = play.ordinaryFirms(play.between(12, 40));
    double sold = 0.45 + 0.5 * play.random.nextDouble();
    int visits = play.between(8, 20);
    for (int i = 0; i < visits; i++) {
      SplittableRandom fate = play.random.split();
      play.file(
          play.time(0.3 * play.random.nextDouble()),
          station,
          Tempo.MARK,
          (number, time, dossier, stage) -> {
            if (fate.nextDouble() < sold) {
              sell(play, stage, number, time, owner, buyers.get(fate.nextInt(buyers.size())), fate);
            }
          },
          own -> bring(owner, 4 + own.nextInt(4), play.words::brand, own));
    }
  }

  private static void sell(
      Play play,
      Stage stage,
      String number,
      long time,
      Applicant owner,
      Applicant buyer,
      SplittableRandom fate) {
    long granted = play.after(time, 0.2 + 0.15 * fate.nextDouble());
    long offered = play.after(granted, 0.05 + 0.05 * fate.nextDouble());
    long assigned = play.after(offered, 0.05 + 0.2 * fate.nextDouble());
    play.change(stage, granted, Change.of("grant", number));
    if (fate.nextInt(3) != 0) {
      play.change(stage, offered, Change.of("offered-for-sale", number));
    }
    play.change(stage, assigned, Change.transfer("assignment", number, owner, buyer));
  }

  private static Applicant owner(Play play) {
    Applicant owner;
    if (play.random.nextInt(3) == 0) {
      owner = play.parties().privatePerson(play.random);
    } else {
      Register register =
          play.parties()
              .register(play.between(0, 5), play.field(), play.between(60, 900), play.random);
      owner = play.parties().shop(register, play.random);
    }
    play.instance.applicant(owner);
    return owner;
  }

  private static void marks(
      Play play,
      Applicant owner,
      int count,
      int perVisit,
      Function<SplittableRandom, String> word) {
    Station station = play.station(owner);
    for (int left = count; left > 0; left -= perVisit) {
      int now = Math.min(perVisit, left);
      play.file(play.anyTime(), station, Tempo.AGENT, null, own -> bring(owner, now, word, own));
    }
  }

  private static List<Dossier> bring(
      Applicant owner, int count, Function<SplittableRandom, String> word, SplittableRandom own) {
    List<Dossier> dossiers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      dossiers.add(Dossiers.mark(owner, word.apply(own), 1 + own.nextInt(45), own));
    }
    return dossiers;
  }
}
