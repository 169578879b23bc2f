package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.record.Texts;
import java.time.LocalDate;

/**
 * Something that is due.
 *
 * @param kind such as filing-validity
 * @param state ok, soon or overdue
 * @param basis where the term comes from
 */
record Duty(
    String system,
    String kind,
    Texts title,
    LocalDate due,
    String state,
    long daysLeft,
    LocalDate warnFrom,
    Texts basis) {
  static Duty of(
      String system,
      String kind,
      Texts title,
      LocalDate due,
      int warnDays,
      Texts basis,
      LocalDate today) {
    LocalDate warnFrom = due.minusDays(warnDays);
    long left = due.toEpochDay() - today.toEpochDay();
    String state = left < 0 ? "overdue" : today.isBefore(warnFrom) ? "ok" : "soon";
    return new Duty(system, kind, title, due, state, left, warnFrom, basis);
  }
}
