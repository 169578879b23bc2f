package io.zhidun.events;

/**
 * Writes times as {@code 2026-11-22T07:04:05.123456Z}: always UTC, always microseconds, so that the
 * text sorts like the time. Keeps the last second's text, as neighbours in a log mostly share it.
 * Belongs to one thread.
 */
public final class UtcText {
  /** Length of every text. */
  public static final int LENGTH = 27;

  private static final long DAY = 86_400;

  private final byte[] cached = new byte[19];
  private long cachedSecond = Long.MIN_VALUE;

  /** Writes the time at {@code out[at, at + LENGTH)}; years 0000 to 9999. */
  public void write(long micros, byte[] out, int at) {
    long second = Math.floorDiv(micros, 1_000_000L);
    if (second != cachedSecond) {
      render(second);
      cachedSecond = second;
    }
    System.arraycopy(cached, 0, out, at, 19);
    out[at + 19] = '.';
    int fraction = (int) Math.floorMod(micros, 1_000_000L);
    for (int i = at + 25; i > at + 19; i--) {
      out[i] = (byte) ('0' + fraction % 10);
      fraction /= 10;
    }
    out[at + 26] = 'Z';
  }

  private void render(long second) {
    java.time.LocalDate date = java.time.LocalDate.ofEpochDay(Math.floorDiv(second, DAY));
    int rest = (int) Math.floorMod(second, DAY);
    int year = date.getYear();
    two(year / 100, 0);
    two(year % 100, 2);
    cached[4] = '-';
    two(date.getMonthValue(), 5);
    cached[7] = '-';
    two(date.getDayOfMonth(), 8);
    cached[10] = 'T';
    two(rest / 3600, 11);
    cached[13] = ':';
    two(rest / 60 % 60, 14);
    cached[16] = ':';
    two(rest % 60, 17);
  }

  private void two(int value, int at) {
    cached[at] = (byte) ('0' + value / 10 % 10);
    cached[at + 1] = (byte) ('0' + value % 10);
  }
}
