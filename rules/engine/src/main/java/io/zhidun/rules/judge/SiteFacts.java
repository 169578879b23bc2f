package io.zhidun.rules.judge;

import java.util.Objects;

/**
 * What a site knows about itself, for judging.
 *
 * @param assets what is watched
 * @param calendar when people work
 * @param exceptions what is expected
 * @param indicators what is known to be hostile
 * @param profiles what is known of accounts, addresses and hosts
 */
public record SiteFacts(
    Assets assets,
    DutyCalendar calendar,
    Exceptions exceptions,
    Indicators indicators,
    Profiles profiles) {
  public SiteFacts {
    Objects.requireNonNull(assets, "assets");
    Objects.requireNonNull(calendar, "calendar");
    Objects.requireNonNull(exceptions, "exceptions");
    Objects.requireNonNull(indicators, "indicators");
    Objects.requireNonNull(profiles, "profiles");
  }

  /** A site that knows no profiles. */
  public SiteFacts(
      Assets assets, DutyCalendar calendar, Exceptions exceptions, Indicators indicators) {
    this(assets, calendar, exceptions, indicators, Profiles.none());
  }
}
