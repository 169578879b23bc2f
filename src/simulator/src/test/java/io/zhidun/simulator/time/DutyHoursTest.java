package io.zhidun.simulator.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutyHoursTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-20T08:29:59, false",
    "2026-11-20T08:30:00, true",
    "2026-11-20T17:59:59, true",
    "2026-11-20T18:00:00, false",
    "2026-11-21T10:00:00, false",
    "2026-11-22T10:00:00, false",
    "2026-11-23T10:00:00, true",
    "2026-10-01T10:00:00, false",
    "2026-10-08T10:00:00, true",
    "2026-10-10T10:00:00, true",
    "2027-10-01T10:00:00, true"
  })
  void coverWorkingDaysFromHalfPastEightToSix(String local, boolean covered) {
    assertThat(DutyHours.cover(at(local))).isEqualTo(covered);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T08:34:00, 10, false",
    "2026-11-20T08:36:00, 10, true",
    "2026-11-20T17:40:00, 10, true",
    "2026-11-20T17:50:00, 10, false"
  })
  void leaveAMarginAtBothEnds(String local, int minutes, boolean room) {
    assertThat(DutyHours.leaveRoomFor(at(local), Duration.ofMinutes(minutes))).isEqualTo(room);
  }

  @Test
  void areTheBusyPartOfTheDailyRhythm() {
    double morning = DailyRhythm.at(at("2026-11-20T10:30:00"));
    double noon = DailyRhythm.at(at("2026-11-20T12:30:00"));
    double night = DailyRhythm.at(at("2026-11-20T03:30:00"));
    double weekend = DailyRhythm.at(at("2026-11-21T10:30:00"));

    assertThat(morning).isEqualTo(1.0);
    assertThat(noon).isBetween(0.4, 0.6);
    assertThat(night).isLessThan(0.05);
    assertThat(weekend).isLessThan(0.5);
  }

  private static Instant at(String local) {
    return OffsetDateTime.parse(local + "+08:00").toInstant();
  }
}
