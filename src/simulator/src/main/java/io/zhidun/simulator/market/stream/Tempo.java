package io.zhidun.simulator.market.stream;

import java.util.SplittableRandom;

/**
 * How fast somebody works.
 *
 * @param shortest milliseconds from opening a form to submitting it
 * @param spread how much longer it may take, milliseconds; most take little of it
 * @param pause milliseconds between two forms, at most
 */
public record Tempo(long shortest, long spread, long pause) {

  /** A person who types. */
  public static final Tempo PATENT = new Tempo(240_000, 3_600_000, 900_000);

  public static final Tempo MARK = new Tempo(110_000, 1_200_000, 400_000);

  /** An agent whose files are ready. */
  public static final Tempo AGENT = new Tempo(75_000, 900_000, 500_000);

  /** The office's own batch client. */
  public static final Tempo BATCH = new Tempo(900, 1_500, 800);

  /** A script: the same seconds each time. */
  public static final Tempo ROBOT = new Tempo(3_900, 240, 1_200);

  /** A person with all at hand: seconds. */
  public static final Tempo QUICK = new Tempo(7_000, 25_000, 3_000);

  /** So many times as fast. */
  public Tempo quicker(int times) {
    return new Tempo(shortest / times, spread / times, Math.max(2, pause / times));
  }

  long form(SplittableRandom random) {
    double small = random.nextDouble();
    return shortest + (long) (spread * small * small * small);
  }

  long rest(SplittableRandom random) {
    return pause / 2 + random.nextLong(Math.max(1, pause / 2));
  }
}
