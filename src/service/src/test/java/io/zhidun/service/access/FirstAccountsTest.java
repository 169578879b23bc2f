package io.zhidun.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.service.TestDatabase;
import io.zhidun.service.access.AccountRepository.Kept;
import io.zhidun.service.store.Durability;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An installation that is older than its administrators gets those it lacks, and nobody else. */
class FirstAccountsTest {
  @TempDir private Path folder;
  private HikariDataSource source;
  private AccountRepository accounts;

  @BeforeEach
  void open() {
    source = TestDatabase.h2();
    accounts = new AccountRepository(JdbcClient.create(source));
    accounts.add(new Account("engineer", "engineer", Role.ENGINEER, "none", false, 1, false), 0);
  }

  @AfterEach
  void close() {
    source.close();
  }

  private void start(String json) throws IOException {
    Path file = Files.writeString(folder.resolve("first.json"), json);
    JdbcClient jdbc = JdbcClient.create(source);
    AccessProperties properties =
        new AccessProperties(
            file.toString(), PasswordHash.MIN_ITERATIONS, 5, Duration.ofMinutes(15));
    new FirstAccounts(
            accounts,
            new Passwords(properties),
            properties,
            new AccessTrail(jdbc, entry -> {}, Clock.systemUTC()),
            new TransactionTemplate(new JdbcTransactionManager(source)),
            new Durability(source, jdbc),
            Clock.systemUTC())
        .afterSingletonsInstantiated();
    assertThat(file).doesNotExist();
  }

  private static String account(String name, String role) {
    return "{\"name\": \"" + name + "\", \"role\": \"" + role + "\", \"password\": \"x\"}";
  }

  @Test
  void administratorsThatAreMissingAreAdded() throws IOException {
    start(
        "{\"accounts\": ["
            + account("engineer-2", "engineer")
            + ","
            + account("system-admin", "system-admin")
            + "]}");
    assertThat(accounts.all()).extracting(Kept::name).containsExactly("engineer", "system-admin");

    start("{\"accounts\": [" + account("another", "system-admin") + "]}");
    assertThat(accounts.all()).extracting(Kept::name).doesNotContain("another");

    accounts.lock("system-admin", "somebody", 1);
    start("{\"accounts\": [" + account("another", "system-admin") + "]}");
    assertThat(accounts.all()).extracting(Kept::name).contains("another");
  }
}
