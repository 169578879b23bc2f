package io.zhidun.simulator.market.base;

import io.zhidun.simulator.market.text.Recipe;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The last honest inventions of companies: what divisionals and priorities refer to, and copiers
 * copy.
 */
public final class Memory {
  private static final int CAPACITY = 4_096;

  /** A filing, small. */
  public record Past(String number, long time, int company, Recipe recipe) {}

  private final @Nullable Past[] ring = new @Nullable Past[CAPACITY];
  private int next;
  private int size;

  void add(Past past) {
    ring[next] = past;
    next = (next + 1) % CAPACITY;
    size = Math.min(size + 1, CAPACITY);
  }

  /** One of them, or null while there is none. */
  public @Nullable Past any(SplittableRandom random) {
    return size == 0 ? null : ring[random.nextInt(size)];
  }
}
