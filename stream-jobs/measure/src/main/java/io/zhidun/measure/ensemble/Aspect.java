package io.zhidun.measure.ensemble;

import io.zhidun.events.BilingualText;

/** What the views look at, in the order in which their states are written. */
public enum Aspect {
  LOW_VALUE("low-value", "数值低至少见", "the value is lower than it nearly ever was"),
  TREND("trend", "走势骤变", "the last 40 points rise or fall unusually fast"),
  LEVEL("level", "近 40 点的平均水平偏离常态", "the mean of the last 40 points has left its level"),
  LONG_LEVEL(
      "long-level", "近 100 点的平均水平偏离常态", "the mean of the last 100 points has left its level"),
  TIME_OF_DAY(
      "time-of-day", "近 6 点偏离每日同时刻的常态", "the last 6 points are not what this time of day shows"),
  DAY("day", "近 24 点偏离每日同时刻的常态", "the last 24 points are not what this time of day shows"),
  BURST("burst", "近 15 点波动骤增", "the last 15 points scatter unusually widely"),
  STILLNESS("stillness", "近 20 点异常平稳", "the last 20 points are unusually still"),
  PEAKS("peaks", "近 100 点高峰过密", "peaks come unusually often among the last 100 points"),
  SHAPE("shape", "近 24 点的形状前所未见", "the shape of the last 24 points was not seen before");

  private final String id;
  private final BilingualText words;

  Aspect(String id, String zh, String en) {
    this.id = id;
    words = new BilingualText(zh, en);
  }

  /** Kebab-case name. */
  public String id() {
    return id;
  }

  public BilingualText words() {
    return words;
  }
}
