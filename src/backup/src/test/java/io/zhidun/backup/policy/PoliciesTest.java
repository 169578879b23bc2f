package io.zhidun.backup.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.zhidun.backup.policy.BackupCalendar.Done;
import io.zhidun.backup.policy.BackupCalendar.Due;
import io.zhidun.backup.policy.BackupCalendar.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PoliciesTest {
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  private static final ZoneId UTC = ZoneOffset.UTC;

  @Test
  void shipsTheFourTiers() {
    Policies policies = Policies.shipped();

    assertThat(policies.tiers()).containsOnlyKeys("T1", "T2", "T3", "AUDIT");
    assertThat(policies.tier("T1").rpo()).isEqualTo(Duration.ofMinutes(15));
    assertThat(policies.tier("T1").rto()).isEqualTo(Duration.ofHours(4));
    assertThat(policies.tier("T3").rto()).as("the runbook's").isNull();
    assertThat(policies.tier("AUDIT").immutableFor()).isEqualTo(Duration.ofDays(184));
  }

  @Test
  void namesAllFaultsAndTheirPlaces() {
    String yaml =
        """
        version: 1
        tiers:
          T9:
            rpo: a quarter
            copies: 0
            retention: {all: P1D, daily: 1, weekly: 1, monthly: 1, yearly: 1, hourly: 3}
        """;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Policies.parse(yaml, "own.yml"))
        .withMessageContainingAll(
            "own.yml.tiers.T9.rpo: must be a duration such as PT15M or P31D, was \"a quarter\"",
            "own.yml.tiers.T9.copies: must be a whole number from 1 to 9, was 0",
            "own.yml.tiers.T9.drill-every: is missing",
            "own.yml.tiers.T9.retention.hourly: is not known");
  }

  @Test
  void keepsSonsFathersAndGrandfathers() {
    Retention retention = new Retention(Duration.ofDays(2), 3, 2, 3, 2);
    List<Instant> twiceADay =
        IntStream.range(0, 1000).mapToObj(i -> NOW.minus(Duration.ofHours(12L * i))).toList();

    Set<Instant> kept = retention.keep(twiceADay, UTC, NOW);

    assertThat(kept)
        .extracting(Instant::toString)
        .containsExactly(
            "2025-12-31T12:00:00Z", // the year before
            "2026-09-30T12:00:00Z", // two months before
            "2026-10-31T12:00:00Z",
            "2026-11-22T12:00:00Z", // the week before
            "2026-11-25T12:00:00Z",
            "2026-11-26T00:00:00Z",
            "2026-11-26T12:00:00Z",
            "2026-11-27T00:00:00Z",
            "2026-11-27T12:00:00Z");
  }

  @Test
  void neverGivesUpTheNewestNorWhatComesFromTheFuture() {
    Retention nothing = new Retention(Duration.ofHours(1), 0, 0, 0, 0);
    Instant old = NOW.minus(Duration.ofDays(900));
    Instant future = NOW.plus(Duration.ofDays(9));

    assertThat(nothing.keep(List.of(old), UTC, NOW)).containsExactly(old);
    assertThat(nothing.keep(List.of(old, future), UTC, NOW)).containsExactly(future);
  }

  @Test
  void tellsWhatIsDueWhen() {
    Tier tier = Policies.shipped().tier("T2");
    Instant yesterday = NOW.minus(Duration.ofHours(20));
    Done done = new Done(yesterday, yesterday, null, null);

    List<Due> due = BackupCalendar.until(tier, done, NOW, NOW.plus(Duration.ofDays(2)));

    assertThat(due)
        .containsExactly(
            new Due(Task.DRILL, NOW),
            new Due(Task.BACKUP, NOW.plus(Duration.ofHours(4))),
            new Due(Task.BACKUP, NOW.plus(Duration.ofHours(28))));
  }
}
