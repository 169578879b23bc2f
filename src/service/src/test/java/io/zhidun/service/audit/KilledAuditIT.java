package io.zhidun.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zhidun.service.TestDatabase;
import io.zhidun.trust.keys.FileKeyVault;
import io.zhidun.trust.keys.KeyLock;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With H2, which writes late by itself. */
class KilledAuditIT {
  private static final int KILLS = 3;

  @TempDir private Path folder = Path.of("");

  @Test
  void whatWasWrittenIsThereAndNothingIsMissingBetween() throws Exception {
    SecureRandom random = new SecureRandom();
    KeyLock lock = KeyLock.newKeyFile(folder.resolve("lock"), random);
    FileKeyVault.create(folder.resolve("vault"), lock, Instant.EPOCH, random);
    List<String> written = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      written.addAll(writtenUntilKilled(kill, 7 + 13 * kill));
    }
    try (HikariDataSource source = TestDatabase.file(AuditWriter.database(folder))) {
      JdbcClient jdbc = JdbcClient.create(source);
      AuditRepository repository = new AuditRepository(jdbc);
      AuditVerification verification =
          new AuditVerification(
              repository,
              AuditWriter.vault(folder),
              new SealWitness(AuditWriter.properties(folder)),
              event -> {},
              new SimpleMeterRegistry(),
              Clock.systemUTC());
      verification.verify();
      assertThat(verification.last().orElseThrow().fault()).isNull();
      long size = repository.standing().size();
      assertThat(column(jdbc, "sequence", Long.class))
          .isEqualTo(LongStream.range(0, size).boxed().toList());
      assertThat(column(jdbc, "object_id", String.class)).containsAll(written);
      assertThat(written).hasSizeGreaterThanOrEqualTo(KILLS * 7);
    }
  }

  private static <T> List<T> column(JdbcClient jdbc, String column, Class<T> type) {
    return jdbc.sql("select " + column + " from audit_record order by sequence").query(type).list();
  }

  /** What a process said that it had written when it was killed. */
  private List<String> writtenUntilKilled(int round, int records) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AuditWriter.class.getName(),
                folder.toString(),
                Integer.toString(round))
            .redirectError(folder.resolve("log").toFile())
            .start();
    List<String> written = new ArrayList<>();
    try (BufferedReader out = process.inputReader()) {
      while (written.size() < records) {
        String line = out.readLine();
        assertThat(line).as("the writer ended by itself").isNotNull();
        if (line.startsWith(round + "-")) {
          written.add(line);
        }
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
    return written;
  }
}
