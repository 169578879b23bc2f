package io.zhidun.service.audit;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.service.TestDatabase;
import io.zhidun.service.store.Durability;
import io.zhidun.trust.keys.FileKeyVault;
import io.zhidun.trust.keys.KeyLock;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A process that writes to a trail until it is killed, and says what is on disk. */
final class AuditWriter {
  private AuditWriter() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    ChainedAuditTrail trail = trail(TestDatabase.file(database(folder)), vault(folder), folder);
    for (int i = 0; ; i++) {
      trail.record(AuditEntry.by("operator", "alert.note", "alert", args[1] + "-" + i, Map.of()));
      System.out.println(args[1] + "-" + i);
    }
  }

  static Path database(Path folder) {
    return folder.resolve("audit");
  }

  static FileKeyVault vault(Path folder) throws Exception {
    return FileKeyVault.open(
        folder.resolve("vault"), KeyLock.keyFile(folder.resolve("lock")), new SecureRandom());
  }

  static AuditProperties properties(Path folder) {
    return new AuditProperties(10, Duration.ofMinutes(10), folder.resolve("witness").toString());
  }

  private static ChainedAuditTrail trail(HikariDataSource source, FileKeyVault keys, Path folder) {
    JdbcClient jdbc = JdbcClient.create(source);
    return new ChainedAuditTrail(
        new AuditRepository(jdbc),
        keys,
        properties(folder),
        new SealWitness(properties(folder)),
        new TransactionTemplate(new JdbcTransactionManager(source)),
        new Durability(source, jdbc),
        Clock.systemUTC());
  }
}
