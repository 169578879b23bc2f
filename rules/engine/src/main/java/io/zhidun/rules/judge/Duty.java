package io.zhidun.rules.judge;

/**
 * What the duty calendar says of a detection's time. A fact for the judge's rules.
 *
 * @param day kind of day
 * @param inHours whether the time of day is within working hours
 * @param localTime the time where people work
 */
public record Duty(Day day, boolean inHours, String localTime) {
  /** Kinds of days. */
  public enum Day {
    WORKDAY,
    WEEKEND,
    HOLIDAY
  }

  public Day getDay() {
    return day;
  }

  public boolean isInHours() {
    return inHours;
  }

  public String getLocalTime() {
    return localTime;
  }

  /** Whether people are at work. */
  public boolean isOn() {
    return day == Day.WORKDAY && inHours;
  }
}
