package io.zhidun.rules.judge;

/** What the duty calendar says of a detection's time. A fact for the judge's rules. */
public final class Duty {
  private final Case judged;

  /** Kinds of days. */
  public enum Day {
    WORKDAY,
    WEEKEND,
    HOLIDAY
  }

  Duty(Case judged) {
    this.judged = judged;
  }

  public Day getDay() {
    return judged.ask(Question.DAY, Day.class);
  }

  /** Whether the time of day is within working hours. */
  public boolean isInHours() {
    return judged.ask(Question.IN_HOURS, Boolean.class);
  }

  /** The time where people work. */
  public String getLocalTime() {
    return judged.ask(Question.LOCAL_TIME, String.class);
  }

  /** Whether people are at work. */
  public boolean isOn() {
    return getDay() == Day.WORKDAY && isInHours();
  }
}
