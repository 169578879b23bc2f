package io.zhidun.rules.correlate;

/**
 * From which watermark on matches of a quiet group can be left out. Counting the others anew must
 * then reach nothing that it did not reach before: a count without its oldest matches does not, an
 * average may. So matches whose values are computed with stay until the last of them has left its
 * window. And a match that only continues what others begin, in a group where nothing has begun,
 * stays only until no older match can come: of a thousand logins hardly one follows guesses.
 *
 * @param numbers when the last match leaves its window whose values are computed with
 * @param begun whether there are matches that begin something
 */
record QuietExpiry(Plan plan, long numbers, boolean begun) {
  /**
   * @param count how many of {@code matches} the group holds
   */
  static QuietExpiry of(Plan plan, Match[] matches, int count) {
    long numbers = Long.MIN_VALUE;
    boolean begun = false;
    for (int i = 0; i < count; i++) {
      Intake intake = plan.intake(matches[i]);
      begun |= !intake.onlyContinues;
      if (intake.computes) {
        numbers = Math.max(numbers, window(intake, matches[i]));
      }
    }
    return new QuietExpiry(plan, numbers, begun);
  }

  /** The watermark at which a match can no longer count with anything. */
  private static long window(Intake intake, Match match) {
    return match.timeMicros() + intake.longestMicros + 1;
  }

  long of(Match match) {
    Intake intake = plan.intake(match);
    if (intake.computes) {
      return numbers;
    }
    return intake.onlyContinues && !begun ? match.timeMicros() : window(intake, match);
  }
}
