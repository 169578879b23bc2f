package io.zhidun.rules.compliance.calendar;

import io.zhidun.rules.compliance.record.Texts;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that is due.
 *
 * @param code log-retention, assessment, filing, cryptography, plan-drill or restore-drill
 * @param object id of the system, or of the asset that a drill is about
 * @param warnFrom day from which it is soon due; null where the day is not known
 * @param due last day on which it is in time; null where nothing is known
 * @param message what holds and what to do
 * @param basis law or practice that it comes from
 */
public record Duty(
    String code,
    String object,
    State state,
    @Nullable LocalDate warnFrom,
    @Nullable LocalDate due,
    Texts message,
    Texts basis) {

  /** How it stands. */
  public enum State {
    IN_TIME,
    SOON,
    OVERDUE,
    /** There is no record that would tell. */
    UNKNOWN
  }
}
