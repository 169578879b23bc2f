package io.zhidun.service.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.backup.executor.ElasticsearchScratch;
import io.zhidun.rules.compliance.record.AssetKind;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.service.MutableClock;
import io.zhidun.service.TestDatabase;
import io.zhidun.service.asset.TestInventory;
import io.zhidun.service.backup.BackupFolder;
import io.zhidun.service.backup.BackupStack;
import io.zhidun.service.compliance.evidence.TestCollectors;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * GB/T 22239-2019, 8.1.4.9 a, judged from a real Elasticsearch: its indices are deleted before they
 * are restored in a drill. It copies in batches, so that letter b is not for it.
 */
class RealSearchBackupIT {
  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");
  private static final Path PROGRAM = Path.of("../standalone/search").toAbsolutePath().normalize();
  private static final String SYSTEM = "review";
  private static final String ASSET = "review-search";
  private static final String TITLE = SYSTEM + '/' + ASSET;

  @TempDir private Path folder;
  private final MutableClock clock = new MutableClock(NOW);
  private final HttpClient http = HttpClient.newHttpClient();
  private ElasticsearchScratch search;
  private HikariDataSource source;
  private BackupStack backups;
  private ComplianceStack compliance;

  @BeforeEach
  void open() throws Exception {
    Assumptions.assumeTrue(
        Files.exists(PROGRAM.resolve("target/runtime.classpath")),
        "skipped: src/standalone/search is not packed");
    Path home = Files.createDirectory(folder.resolve("server"));
    search = ElasticsearchScratch.start(PROGRAM, home, Duration.ofMinutes(1));
    write();
    source = TestDatabase.h2();
    String line =
        "{system: %s, name: %s, level: 3, tier: T1, targets: [near, far], kind: elasticsearch,"
                .formatted(SYSTEM, ASSET)
            + " url: \"http://127.0.0.1:%d\", indices: [\"filings-*\"],".formatted(search.port())
            + " repository: %s, binaries: %s}"
                .formatted(ElasticsearchScratch.snapshots(home).resolve("ours"), PROGRAM);
    backups = new BackupStack(source, BackupFolder.at(folder, NOW).write(List.of(line)), clock);
    compliance =
        new ComplianceStack(source, List.of(TestCollectors.backups(backups.states())), clock);
    TestInventory.fill(compliance.inventory, SYSTEM, NOW);
    TestInventory.add(compliance.inventory, SYSTEM, ASSET, AssetKind.DATABASE, NOW);
  }

  @AfterEach
  void close() throws Exception {
    if (compliance != null) {
      compliance.runs.stop();
    }
    if (backups != null) {
      backups.close();
    }
    if (source != null) {
      source.close();
    }
    if (search != null) {
      search.close();
    }
  }

  private void write() throws Exception {
    StringBuilder documents = new StringBuilder();
    for (int number = 0; number < 500; number++) {
      documents.append("{\"index\": {\"_id\": \"").append(number).append("\"}}\n");
      documents.append("{\"number\": ").append(number).append("}\n");
    }
    send("POST", "/filings-2026/_bulk?refresh=true", documents.toString());
  }

  private void send(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + search.port() + path))
            .header("Content-Type", "application/x-ndjson")
            .method(method, BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private Result localBackup() {
    clock.advance(Duration.ofMinutes(2));
    backups.look();
    for (String check : List.of("backup-job", "restore-drill")) {
      assertThat(compliance.runs.run(compliance.runs.require(check)).errors()).isEmpty();
    }
    return compliance.states.judge(SYSTEM).cells().stream()
        .filter(one -> one.item().equals("L3-8.1.4.9-a") && one.object().equals(ASSET))
        .findFirst()
        .orElseThrow()
        .result();
  }

  @Test
  void indicesThatAreLostComeBackInADrillAndMeetTheItemUntilItIsOverdue() throws Exception {
    assertThat(localBackup()).as("never backed up").isEqualTo(Result.NOT_MET);

    backups.backUpAndVerify(TITLE);
    assertThat(localBackup()).as("never restored").isEqualTo(Result.NOT_MET);

    send("DELETE", "/filings-2026", "");
    backups.drill(TITLE);
    assertThat(localBackup()).as("restored in a drill").isEqualTo(Result.MET);

    write();
    clock.advance(Duration.ofDays(40));
    backups.backUpAndVerify(TITLE);
    assertThat(localBackup()).as("the drill is overdue").isEqualTo(Result.NOT_MET);
  }
}
