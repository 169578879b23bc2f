package io.zhidun.backup.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.tuple;

import io.zhidun.backup.drill.Drill;
import io.zhidun.backup.drill.DrillRecord;
import io.zhidun.backup.drill.ElasticsearchTrial;
import io.zhidun.backup.drill.SqlCheck;
import io.zhidun.backup.drill.Trial;
import io.zhidun.backup.policy.Policies;
import io.zhidun.backup.repository.BackupWriter;
import io.zhidun.backup.repository.ChunkSize;
import io.zhidun.backup.repository.Facts;
import io.zhidun.backup.repository.Heading;
import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.Measure;
import io.zhidun.backup.repository.ProgressMeter;
import io.zhidun.backup.repository.Repository;
import io.zhidun.backup.repository.TestRepository;
import io.zhidun.backup.storage.DirectoryTarget;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the Elasticsearch of the one-machine installation. */
class ElasticsearchExecutorTest {
  private static final Path PROGRAM = Path.of("../standalone/search").toAbsolutePath().normalize();
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @TempDir static Path folder;
  private static ElasticsearchScratch server;
  private static ElasticsearchClient client;
  private static ElasticsearchOptions options;
  private static Repository repository;

  @BeforeAll
  static void startServer() throws Exception {
    Assumptions.assumeTrue(
        Files.exists(PROGRAM.resolve("target/runtime.classpath")),
        "skipped: src/standalone/search is not packed");
    Path home = Files.createDirectory(folder.resolve("server"));
    server = ElasticsearchScratch.start(PROGRAM, home, PATIENCE);
    client = ElasticsearchClient.local(server.port(), PATIENCE);
    options =
        options(server.port(), ElasticsearchScratch.snapshots(home).resolve("ours"), "filings-*");
    Path store = Files.createDirectory(folder.resolve("store"));
    repository = TestRepository.of(new DirectoryTarget(store, false));
  }

  @AfterAll
  static void stopServer() {
    if (server != null) {
      server.close();
    }
  }

  private static ElasticsearchOptions options(int port, Path snapshots, String... indices) {
    return new ElasticsearchOptions(
        URI.create("http://127.0.0.1:" + port),
        null,
        null,
        null,
        null,
        snapshots,
        List.of(indices),
        10,
        1,
        PATIENCE);
  }

  private static void put(String index, int documents) throws Exception {
    client.call(
        "PUT",
        '/' + index,
        Map.of("settings", Map.of("number_of_shards", 2, "number_of_replicas", 0)));
    for (int number = 0; number < documents; number++) {
      client.call(
          "PUT",
          '/' + index + "/_doc/" + number,
          Map.of("state", number % 2 == 0 ? "granted" : "pending", "number", number));
    }
  }

  private static ElasticsearchExecutor executor(String snapshot) {
    return new ElasticsearchExecutor(options, "patent-review-search", () -> snapshot);
  }

  private static Manifest backUp(String id) throws Exception {
    Heading heading =
        new Heading(
            "patent-review", "search", "elasticsearch", "T2", "1", id, TestRepository.BEGUN);
    try (BackupWriter out =
        repository.begin(heading, ChunkSize.LEAST, null, ProgressMeter.silent())) {
      Facts facts = executor(id).backUp(out);
      return out.finish(facts, TestRepository.DONE);
    }
  }

  @Test
  void aDrillPassesAndFindsTheLossOfOneDocument() throws Exception {
    put("filings-2025", 30);
    put("filings-2026", 20);
    put("others", 1);
    client.call("PUT", "/filings-2026/_doc/3", Map.of("state", "granted"));
    client.call("DELETE", "/filings-2026/_doc/4", null);
    backUp("b0");
    Manifest manifest = backUp("b1");
    client.call("PUT", "/filings-2026/_doc/later", Map.of("state", "granted"));
    assertThat(manifest.facts().notes()).isEmpty();
    assertThat(manifest.facts().versions().get("elasticsearch")).startsWith("8.");
    assertThat(manifest.facts().position(ElasticsearchExecutor.SNAPSHOT)).isEqualTo("zhidun-b1");
    assertThat(manifest.facts().measures())
        .extracting(Measure::name, Measure::rows)
        .containsExactly(tuple("filings-2025", 30L), tuple("filings-2026", 19L));
    assertThat(new ElasticsearchSnapshots(client, "zhidun-patent-review-search", PATIENCE).whole())
        .as("a bounded number stays for the next to build on")
        .containsExactly("zhidun-b1");

    Trial honest = new ElasticsearchTrial(PROGRAM, PATIENCE);
    Trial losing =
        (repo, backup, scratch, watch, progress) -> {
          Trial.Restored restored = honest.restore(repo, backup, scratch, watch, progress);
          assertThat(restored.measure()).as("before").isEqualTo(backup.facts().measures());
          ElasticsearchClient.local(portBelow(scratch), PATIENCE)
              .call("DELETE", "/filings-2025/_doc/7", null);
          return restored;
        };
    DrillRecord drill = drill("bad", manifest, losing);

    assertThat(drill.faults()).containsExactly("filings-2025 has 29 rows of 30");
    assertThat(drill.comparisons())
        .extracting(DrillRecord.Comparison::name, DrillRecord.Comparison::equal)
        .containsExactly(tuple("filings-2025", false), tuple("filings-2026", true));
    assertThat(drill.checks()).allMatch(DrillRecord.CheckResult::holds);
    assertThat(drill.steps())
        .extracting(DrillRecord.Step::name)
        .containsExactly("restore files", "start", "restore indices", "compare");
    assertThat(ProcessHandle.current().descendants().map(ElasticsearchExecutorTest::words))
        .as("torn down")
        .noneMatch(words -> words.stream().anyMatch(word -> word.contains("drill-bad")));
  }

  /** Somebody on the machine who looks for the drill's server. */
  private static int portBelow(Path scratch) {
    return ProcessHandle.current()
        .descendants()
        .map(ElasticsearchExecutorTest::words)
        .filter(words -> words.stream().anyMatch(word -> word.startsWith(scratch + "/")))
        .map(words -> Integer.parseInt(words.get(words.indexOf("--port") + 1)))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> words(ProcessHandle process) {
    try {
      Path line = Path.of("/proc", Long.toString(process.pid()), "cmdline");
      return List.of(Files.readString(line).split("\0", -1));
    } catch (IOException e) {
      return List.of();
    }
  }

  private static DrillRecord drill(String id, Manifest manifest, Trial trial) throws Exception {
    Path scratch = Files.createDirectory(folder.resolve("drill-" + id));
    return new Drill(repository, Clock.systemUTC())
        .run(
            id,
            "schedule",
            manifest,
            Policies.shipped().tier("T2"),
            trial,
            List.of(new SqlCheck("filings-2026", "state:granted", "10")),
            Instant.now(),
            scratch,
            ProgressMeter.silent());
  }

  @Test
  void whatIsChangedWhileTheSnapshotIsMadeIsNotCounted() throws Exception {
    put("moving-1", 5);
    put("still-1", 5);
    ElasticsearchExecutor executor =
        new ElasticsearchExecutor(
            options(
                server.port(), folder.resolve("server/snapshots/moving"), "moving-1", "still-1"),
            "moving",
            () -> {
              try {
                client.call("PUT", "/moving-1/_doc/2", Map.of("number", 22));
                client.call("PUT", "/still-1/_doc/new", Map.of("number", 6));
              } catch (Exception e) {
                throw new AssertionError(e);
              }
              return "moving";
            });

    Facts facts = executor.backUp(OutputStream.nullOutputStream());

    assertThat(facts.notes()).singleElement().asString().startsWith("moving-1 was not counted");
    assertThat(facts.measures())
        .as("what came later does not count")
        .extracting(Measure::name, Measure::rows)
        .containsExactly(tuple("still-1", 5L));
  }

  @Test
  void saysWhatIsMissingAndWhereTheServerMayNotWrite() throws Exception {
    put("outside-2", 1);
    assertThatIOException()
        .isThrownBy(() -> backUp(options(server.port(), folder, "nowhere")))
        .withMessageContaining("no such index [nowhere]");
    assertThatIOException()
        .isThrownBy(() -> backUp(options(server.port(), folder, "nowhere-*")))
        .withMessageContaining("[nowhere-*] match 0 open indices");
    assertThatIOException()
        .isThrownBy(() -> backUp(options(server.port(), folder, "outside-2")))
        .withMessageContaining("location [" + folder + "]");
  }

  private static void backUp(ElasticsearchOptions of) throws Exception {
    new ElasticsearchExecutor(of, "wrong", () -> "wrong").backUp(new ByteArrayOutputStream());
  }
}
