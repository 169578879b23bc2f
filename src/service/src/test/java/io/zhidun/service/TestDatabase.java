package io.zhidun.service;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Migrated databases for tests. */
public final class TestDatabase {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private TestDatabase() {}

  /** An empty H2 database in memory. */
  public static HikariDataSource h2() {
    return migrated("jdbc:h2:mem:test" + COUNT.incrementAndGet(), "sa");
  }

  /** An H2 database in a file, empty where there is none. */
  public static HikariDataSource file(Path file) {
    return migrated("jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE", "sa");
  }

  /** An empty schema of a PostgreSQL server. */
  public static HikariDataSource postgres(PostgresServer server) {
    return migrated(server.url() + "?currentSchema=test" + COUNT.incrementAndGet(), "postgres");
  }

  private static HikariDataSource migrated(String url, String user) {
    HikariDataSource source = new HikariDataSource();
    source.setJdbcUrl(url);
    source.setUsername(user);
    source.setMaximumPoolSize(4);
    migrate(source, url.startsWith("jdbc:h2") ? "PUBLIC" : "test" + COUNT.get());
    return source;
  }

  private static void migrate(DataSource source, String schema) {
    Flyway.configure().dataSource(source).defaultSchema(schema).load().migrate();
  }
}
