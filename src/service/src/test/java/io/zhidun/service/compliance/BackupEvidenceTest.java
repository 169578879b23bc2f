package io.zhidun.service.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.rules.compliance.record.Cell;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.service.MutableClock;
import io.zhidun.service.TestDatabase;
import io.zhidun.service.asset.TestInventory;
import io.zhidun.service.backup.BackupFolder;
import io.zhidun.service.backup.BackupStack;
import io.zhidun.service.compliance.evidence.TestCollectors;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GB/T 22239-2019, 8.1.4.9 a, judged from backups that are really made and really restored. */
class BackupEvidenceTest {
  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
  private static final String SYSTEM = "review";
  private static final String ASSET = "review-database";
  private static final String SOURCE = SYSTEM + '/' + ASSET;

  @TempDir private Path folder;
  private final MutableClock clock = new MutableClock(NOW);
  private HikariDataSource source;
  private BackupStack backups;
  private ComplianceStack compliance;

  @BeforeEach
  void open() throws Exception {
    source = TestDatabase.h2();
    Path config = BackupFolder.at(folder, NOW).withSource(SYSTEM, ASSET, "T1").write();
    backups = new BackupStack(source, config, clock);
    compliance =
        new ComplianceStack(source, List.of(TestCollectors.backups(backups.states())), clock);
    TestInventory.fill(compliance.inventory, SYSTEM, NOW);
  }

  @AfterEach
  void close() throws Exception {
    compliance.runs.stop();
    backups.close();
    source.close();
  }

  private Result localBackup() {
    backups.look();
    for (String check : List.of("backup-job", "restore-drill")) {
      compliance.runs.run(compliance.runs.require(check));
    }
    return compliance.states.judge(SYSTEM).cells().stream()
        .filter(one -> one.item().equals("L3-8.1.4.9-a") && one.object().equals(ASSET))
        .map(Cell::result)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aProvenBackupMeetsTheItemUntilItsDrillIsOverdue() throws Exception {
    assertThat(localBackup()).as("never backed up").isEqualTo(Result.NOT_MET);

    backups.backUpAndVerify(SOURCE);
    clock.advance(Duration.ofMinutes(2));
    assertThat(localBackup()).as("backed up and never restored").isEqualTo(Result.NOT_MET);

    backups.drill(SOURCE);
    clock.advance(Duration.ofMinutes(2));
    assertThat(localBackup()).as("restored in a drill").isEqualTo(Result.MET);

    clock.advance(Duration.ofDays(200));
    backups.backUpAndVerify(SOURCE);
    assertThat(localBackup()).as("the drill is overdue").isEqualTo(Result.NOT_MET);

    backups.drill(SOURCE);
    clock.advance(Duration.ofMinutes(2));
    assertThat(localBackup()).as("drilled again").isEqualTo(Result.MET);
  }
}
