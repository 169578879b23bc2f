package io.zhidun.measure.objective;

import io.zhidun.events.BilingualText;
import java.time.Duration;

/**
 * One pair of windows. The long one shows that enough of the budget is gone to matter, the short
 * one, a twelfth of it, that it still burns. The rates spend 2 %, 5 % and 10 % of thirty days'
 * budget.
 */
public enum BurnTier {
  FAST(Duration.ofHours(1), 14.4, true),
  SLOW(Duration.ofHours(6), 6, true),
  LASTING(Duration.ofDays(3), 1, false);

  static final int SHORT_SHARE = 12;

  private final Duration window;
  private final double rate;
  private final boolean page;

  BurnTier(Duration window, double rate, boolean page) {
    this.window = window;
    this.rate = rate;
    this.page = page;
  }

  public Duration window() {
    return window;
  }

  public Duration shortWindow() {
    return window.dividedBy(SHORT_SHARE);
  }

  /** How many times faster than sustainable the budget must burn. */
  public double rate() {
    return rate;
  }

  /** Whether a person must look at once rather than in working hours. */
  public boolean page() {
    return page;
  }

  BilingualText words(double burning) {
    String times = "%.1f".formatted(burning);
    long hours = window.toHours();
    return new BilingualText(
        "近 " + hours + " 小时错误预算以 " + times + " 倍速度消耗",
        "over the last " + hours + " h the error budget burns " + times + " times too fast");
  }
}
