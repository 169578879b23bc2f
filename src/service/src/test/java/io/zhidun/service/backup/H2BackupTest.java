package io.zhidun.service.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.backup.run.SourceSpec;
import io.zhidun.service.MutableClock;
import io.zhidun.service.TestDatabase;
import io.zhidun.service.alert.AlertFeed;
import io.zhidun.service.alert.AlertState;
import io.zhidun.service.audit.AuditEntry;
import io.zhidun.service.audit.AuditOutcome;
import io.zhidun.service.backup.Jobs.Order;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.ErrorResponseException;

class H2BackupTest {
  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
  private static final String TITLE = "patent-review/documents";

  @TempDir private Path folder;
  private final MutableClock clock = new MutableClock(NOW);
  private HikariDataSource source;
  private Path config;
  private BackupStack feature;

  @BeforeEach
  void open() throws Exception {
    source = TestDatabase.h2();
    config = BackupFolder.at(folder, NOW).write();
    feature = new BackupStack(source, config, clock);
  }

  @AfterEach
  void close() throws Exception {
    feature.close();
    source.close();
  }

  private SourceSpec spec() throws IOException {
    return feature.installation.readConfig().source(TITLE);
  }

  private List<String> troubles() {
    return feature.troubles.all().stream().map(Trouble::code).toList();
  }

  /** Rules of the alerts that fire. */
  private List<String> firing() {
    return feature.alerts.feed.after(0, 100).stream()
        .map(AlertFeed.Change::alert)
        .filter(row -> row.state() == AlertState.FIRING)
        .map(row -> row.rule().name())
        .toList();
  }

  @Test
  void theCalendarBacksUpVerifiesAndDrills() throws Exception {
    feature.looks.current();
    assertThat(troubles()).containsExactly("never-backed-up");

    feature.doWhatIsDue();

    assertThat(feature.repository.newest(10))
        .extracting(Job::kind, Job::state, Job::passed)
        .containsExactlyInAnyOrder(
            tuple(JobKind.DRILL, JobState.DONE, true),
            tuple(JobKind.VERIFY, JobState.DONE, true),
            tuple(JobKind.RUN, JobState.DONE, true));
    assertThat(troubles()).isEmpty();
    assertThat(firing()).isEmpty();
    assertThat(feature.trail)
        .extracting(AuditEntry::action)
        .containsExactly(
            "backup.run-started",
            "backup.run-ended",
            "backup.verify-started",
            "backup.verify-ended",
            "backup.drill-started",
            "backup.drill-ended");
  }

  @Test
  void whatIsOverdueIsAnAlertUntilItIsDone() throws Exception {
    feature.doWhatIsDue();
    clock.advance(Duration.ofDays(184));
    feature.looks.current();
    new BackupAlerts(feature.alerts.book, feature.looks, clock).tell(feature.troubles.all());
    assertThat(firing())
        .contains("backup-drill-overdue", "backup-overdue", "backup-verify-overdue");

    feature.doWhatIsDue();

    assertThat(troubles()).isEmpty();
    assertThat(firing()).isEmpty();
  }

  @Test
  void aSecondJobOfASourceIsRefusedWithTheFirstOnesId() throws Exception {
    Order order = new Order(JobKind.RUN, spec(), null, null);
    // A job ends with a look at the targets; as long as they are ours it is at work.
    synchronized (feature.looks) {
      Job first = feature.jobs.ask(order, "engineer");
      assertThatThrownBy(() -> feature.jobs.ask(order, "engineer"))
          .isInstanceOfSatisfying(
              ErrorResponseException.class,
              e -> assertThat(e.getBody().getProperties()).containsEntry("job", first.id()));
    }
    feature.rest();
  }

  @Test
  void anAlteredChunkIsFoundAndAGoodCopyDoesNotHideIt() throws Exception {
    feature.backUpAndVerify(TITLE);
    try (Stream<Path> files = Files.walk(folder.resolve("near/backups"))) {
      files
          .filter(Files::isRegularFile)
          .filter(file -> !file.getFileName().toString().startsWith("manifest"))
          .forEach(H2BackupTest::flip);
    }
    clock.advance(Duration.ofMinutes(1));
    Job verified = feature.perform(JobKind.VERIFY, TITLE);

    assertThat(verified.state()).isEqualTo(JobState.DONE);
    assertThat(verified.passed()).isFalse();
    assertThat(verified.words()).contains("near");
    assertThat(troubles()).contains("content-damaged");
    assertThat(feature.trail.get(feature.trail.size() - 1).outcome())
        .isEqualTo(AuditOutcome.FAILURE);
    assertThat(feature.perform(JobKind.DRILL, TITLE).passed()).isFalse();
    assertThat(troubles()).contains("drill-failed");
  }

  private static void flip(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      bytes[bytes.length / 2] ^= 1;
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aRunThatTheServicesEndInterruptedIsGoneOnWith() throws Exception {
    Job died =
        new Job(
            "20261127T075900Z-00000001",
            JobKind.RUN,
            "patent-review",
            "documents",
            null,
            null,
            JobState.WAITING,
            "engineer",
            null,
            NOW.minusSeconds(60),
            null,
            null,
            null,
            null);
    feature.repository.add(died);
    feature.repository.begin(died.id(), NOW.minusSeconds(59));
    feature.close();

    feature = new BackupStack(source, config, clock);
    assertThat(feature.repository.find(died.id()).orElseThrow().state())
        .isEqualTo(JobState.INTERRUPTED);
    feature.jobs.resume();
    feature.rest();

    Job next = feature.repository.newest(1).get(0);
    assertThat(next.resumes()).isEqualTo(died.id());
    assertThat(next.by()).isEqualTo("engineer");
    assertThat(next.state()).isEqualTo(JobState.DONE);
    assertThat(feature.trail)
        .extracting(AuditEntry::action)
        .containsExactly("backup.run-interrupted", "backup.run-started", "backup.run-ended");
    feature.jobs.resume();
    assertThat(feature.repository.newest(10)).as("gone on with once").hasSize(2);
  }

  @Test
  void aTargetThatIsAwayTakesNothingAwayFromWhatWasKnown() throws Exception {
    feature.backUpAndVerify(TITLE);
    Files.move(folder.resolve("far"), folder.resolve("gone"));
    clock.advance(Duration.ofMinutes(2));
    feature.looks.current();

    SourceLook look = feature.looks.known(spec());
    assertThat(look.away()).isNotNull();
    assertThat(look.seen()).isNotNull();
    assertThat(troubles()).contains("target-away").doesNotContain("never-backed-up");
    assertThatThrownBy(() -> feature.states().all()).isInstanceOf(IOException.class);

    Files.move(folder.resolve("gone"), folder.resolve("far"));
    clock.advance(Duration.ofMinutes(2));
    feature.looks.current();
    assertThat(troubles()).doesNotContain("target-away");
  }

  @Test
  void aJobThatFailsSaysWhyAndIsLeftAloneForAWhile() throws Exception {
    Files.move(folder.resolve("documents"), folder.resolve("elsewhere"));
    feature.schedule.round();
    feature.rest();
    assertThat(feature.repository.newest(1).get(0).state()).isEqualTo(JobState.FAILED);
    assertThat(feature.repository.newest(1).get(0).words()).isNotEmpty();
    assertThat(troubles()).contains("backup-failed");

    feature.schedule.round();
    feature.rest();
    assertThat(feature.repository.newest(10)).hasSize(1);

    clock.advance(Duration.ofMinutes(16));
    feature.schedule.round();
    feature.rest();
    assertThat(feature.repository.newest(10)).hasSize(2);
  }
}
