package io.zhidun.rules.compliance.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.compliance.record.Asset;
import io.zhidun.rules.compliance.record.AssetKind;
import io.zhidun.rules.compliance.record.ProtectedSystem;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DutyCalendarTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

  private final DutyCalendar calendar = DutyCalendar.shipped();

  @Test
  void whatNothingIsKnownOfIsNotInTime() {
    assertThat(calendar.on(TODAY, system(3, null), DutyFacts.none()))
        .extracting(Duty::code, Duty::state)
        .allMatch(pair -> pair.toList().get(1) == Duty.State.UNKNOWN)
        .hasSize(6);
  }

  @Test
  void sixMonthsOfLogsAre184Days() {
    assertThat(logs(TODAY.minusDays(184), null)).isEqualTo(Duty.State.IN_TIME);
    assertThat(logs(TODAY.minusDays(183), null)).isEqualTo(Duty.State.OVERDUE);
    assertThat(logs(TODAY.minusDays(20), TODAY.minusDays(20))).isEqualTo(Duty.State.SOON);
    assertThat(logs(TODAY.minusDays(20), TODAY.minusDays(300))).isEqualTo(Duty.State.OVERDUE);
  }

  @Test
  void levelThreeIsAssessedYearlyWithAWarning() {
    assertThat(assessed(3, LocalDate.of(2026, 3, 1)).state()).isEqualTo(Duty.State.IN_TIME);
    Duty soon = assessed(3, LocalDate.of(2026, 1, 5));
    assertThat(soon.state()).isEqualTo(Duty.State.SOON);
    assertThat(soon.due()).isEqualTo("2027-01-05");
    assertThat(soon.warnFrom()).isEqualTo("2026-10-07");
    assertThat(assessed(3, LocalDate.of(2025, 11, 27)).state()).isEqualTo(Duty.State.SOON);
    assertThat(assessed(3, LocalDate.of(2025, 11, 26)).state()).isEqualTo(Duty.State.OVERDUE);
    assertThat(assessed(2, LocalDate.of(2025, 11, 26)).state()).isEqualTo(Duty.State.IN_TIME);
  }

  @Test
  void anOldFilingIsValidForThreeYearsFrom2025() {
    Duty filing = filing(TODAY, LocalDate.of(2019, 6, 1), List.of());
    assertThat(filing.due()).isEqualTo("2028-01-01");
    assertThat(filing.warnFrom()).isEqualTo("2027-10-01");
    assertThat(filing(LocalDate.of(2027, 10, 1), LocalDate.of(2019, 6, 1), List.of()).state())
        .isEqualTo(Duty.State.SOON);
    assertThat(filing(LocalDate.of(2028, 1, 2), LocalDate.of(2019, 6, 1), List.of()).state())
        .isEqualTo(Duty.State.OVERDUE);
  }

  @Test
  void anAssessmentCompletedInTheLastYearExtendsTheFiling() {
    LocalDate filed = LocalDate.of(2025, 6, 1);
    List<LocalDate> early = List.of(LocalDate.of(2026, 5, 1));
    assertThat(filing(LocalDate.of(2028, 1, 1), filed, early).due()).isEqualTo("2028-06-01");
    List<LocalDate> late = List.of(LocalDate.of(2027, 12, 1));
    assertThat(filing(LocalDate.of(2028, 1, 1), filed, late).due()).isEqualTo("2029-06-01");
    assertThat(filing(LocalDate.of(2027, 11, 30), filed, late).due()).isEqualTo("2028-06-01");
  }

  @Test
  void whatTheSystemStatesCounts() {
    LocalDate stated = LocalDate.of(2026, 12, 1);
    Duty filing = duty("filing", TODAY, system(3, stated), DutyFacts.none());
    assertThat(filing.due()).isEqualTo(stated);
    assertThat(filing.message().zh()).isEqualTo("备案 2026-12-01 到期，现在应申请延期");
  }

  @Test
  void drillsAreDueByTier() {
    DutyFacts facts =
        new DutyFacts(null, null, null, List.of(), null, null, Map.of("db-1", TODAY.minusDays(32)));
    assertThat(duty("restore-drill", TODAY, system(3, null), facts).state())
        .isEqualTo(Duty.State.OVERDUE);
  }

  @Test
  void levelTwoNeedsNoAssessmentOfCryptography() {
    assertThat(calendar.on(TODAY, system(2, null), DutyFacts.none()))
        .extracting(Duty::code)
        .doesNotContain("cryptography");
  }

  private Duty.State logs(LocalDate oldest, @Nullable LocalDate since) {
    DutyFacts facts = new DutyFacts(oldest, since, null, List.of(), null, null, Map.of());
    return duty("log-retention", TODAY, system(3, null), facts).state();
  }

  private Duty assessed(int level, LocalDate last) {
    DutyFacts facts = new DutyFacts(null, null, null, List.of(last), null, null, Map.of());
    return duty("assessment", TODAY, system(level, null), facts);
  }

  private Duty filing(LocalDate today, LocalDate filed, List<LocalDate> assessments) {
    DutyFacts facts = new DutyFacts(null, null, filed, assessments, null, null, Map.of());
    return duty("filing", today, system(3, null), facts);
  }

  private Duty duty(String code, LocalDate today, ProtectedSystem system, DutyFacts facts) {
    return calendar.on(today, system, facts).stream()
        .filter(duty -> duty.code().equals(code))
        .findFirst()
        .orElseThrow();
  }

  private static ProtectedSystem system(int level, @Nullable LocalDate validUntil) {
    Asset database = new Asset("db-1", "审查库", AssetKind.DATABASE, "", List.of(), 3, "");
    return new ProtectedSystem(
        "review",
        "专利审查系统",
        level,
        "S3A3G3",
        Set.of(),
        "",
        "",
        validUntil,
        false,
        "",
        List.of(database));
  }
}
