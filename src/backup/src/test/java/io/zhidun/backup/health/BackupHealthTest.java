package io.zhidun.backup.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.backup.health.Problem.Code;
import io.zhidun.backup.policy.Policies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BackupHealthTest {
  private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
  private final BackupHealth health = new BackupHealth(Policies.shipped());

  private @Nullable Instant backup = NOW.minus(Duration.ofHours(3));
  private @Nullable String failure;
  private @Nullable Instant verify = NOW.minus(Duration.ofDays(1));
  private List<String> verifyFaults = List.of();
  private @Nullable Instant drill = NOW.minus(Duration.ofDays(20));
  private List<String> drillFaults = List.of();
  private Duration rto = Duration.ofHours(1);
  private Instant recoverable = NOW.minus(Duration.ofMinutes(2));
  private List<String> missing = List.of();
  private @Nullable Duration lag = Duration.ofSeconds(5);
  private int level = 3;

  private List<Problem> problems() {
    return health.problems(
        List.of(
            new SourceState(
                "patent-review",
                "core",
                "T1",
                level,
                backup,
                failure,
                verify,
                verifyFaults,
                drill,
                drillFaults,
                rto,
                recoverable,
                missing,
                lag,
                3,
                1)),
        NOW);
  }

  private void assertCodes(Code... codes) {
    assertThat(problems()).extracting(Problem::code).containsExactly(codes);
  }

  @Test
  void findsNothingWhereAllIsDone() {
    assertCodes();
  }

  @Test
  void findsABackupThatIsLateOnlyAfterSomePatience() {
    backup = NOW.minus(Duration.ofHours(26));
    assertCodes();
    backup = NOW.minus(Duration.ofHours(27));
    assertCodes(Code.BACKUP_OVERDUE);
    assertThat(problems().get(0).en()).contains("finished 27 h ago");
    assertThat(problems().get(0).zh()).contains("逾期").containsPattern("[0-9]+(天|小时)前");
  }

  @Test
  void findsASourceThatWasNeverBackedUp() {
    backup = null;
    assertCodes(Code.NEVER_BACKED_UP);
  }

  @Test
  void findsAFailedAttempt() {
    failure = "no space is left";
    assertCodes(Code.BACKUP_FAILED);
  }

  @Test
  void findsAGapAndALogThatIsBehind() {
    recoverable = NOW.minus(Duration.ofMinutes(16));
    missing = List.of("000000010000000000000007");
    assertCodes(Code.RPO_EXCEEDED, Code.LOG_GAP);
  }

  @Test
  void asksForRealTimeCopiesFromLevelThreeOn() {
    lag = Duration.ofMinutes(20);
    assertCodes(Code.REPLICATION_LAG);
    lag = null;
    assertCodes(Code.REPLICATION_MISSING);
    level = 2;
    assertCodes();
  }

  @Test
  void keepsVerifyingAndRestoringApart() {
    drill = NOW.minus(Duration.ofDays(32));
    assertCodes(Code.DRILL_OVERDUE);
    verify = null;
    drill = NOW.minus(Duration.ofDays(30));
    assertCodes(Code.VERIFY_OVERDUE);
  }

  @Test
  void findsDamageFailedDrillsAndSlowOnes() {
    verifyFaults = List.of("/mnt/a/chunk-00000003-x: is not there");
    drillFaults = List.of("public.filings has 9 rows of 10");
    rto = Duration.ofHours(5);
    assertCodes(Code.CONTENT_DAMAGED, Code.DRILL_FAILED, Code.RTO_EXCEEDED);
  }
}
