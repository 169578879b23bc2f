package io.zhidun.service.incident;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.service.PostgresServer;
import io.zhidun.service.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresIncidentIT extends IncidentContract {
  private static PostgresServer server;

  @BeforeAll
  static void start() throws Exception {
    server = PostgresServer.start();
  }

  @AfterAll
  static void stop() throws Exception {
    if (server != null) {
      server.close();
    }
  }

  @Override
  HikariDataSource database() {
    return TestDatabase.postgres(server);
  }
}
