package io.zhidun.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

class InterruptedMigrationTest {

  private final DataSource database = database();

  static Stream<String> scripts() {
    return Stream.of(Flyway.configure().dataSource(database()).load().info().all())
        .map(MigrationInfo::getScript);
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void aProcessKilledWithinAMigration_goesOnWithIt(String script) throws Exception {
    String version = script.substring(1, script.indexOf("__"));
    List<String> statements = statements(script);
    for (int made : IntStream.of(1, statements.size() / 2, statements.size()).toArray()) {
      run(List.of("drop all objects"));
      if (version.equals("1")) {
        // Flyway makes its own table before the first migration, and only with it.
        flyway("1").migrate();
        run(List.of("delete from \"flyway_schema_history\" where \"version\" = '1'"));
      } else {
        flyway(Integer.toString(Integer.parseInt(version) - 1)).migrate();
        run(statements.subList(0, made));
      }

      new InterruptedMigration().migrate(flyway("latest"));

      assertThat(flyway("latest").info().pending()).as("%d statements", made).isEmpty();
      assertThat(flyway("latest").info().applied()).hasSameSizeAs(scripts().toArray());
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void aMigrationThatFailedOnce_isTriedAgain(String script) throws Exception {
    String version = script.substring(1, script.indexOf("__"));
    flyway(version).migrate();
    run(
        List.of(
            "update \"flyway_schema_history\" set \"success\" = false where \"version\" = '%s'"
                .formatted(version)));

    new InterruptedMigration().migrate(flyway("latest"));

    assertThat(flyway("latest").info().pending()).isEmpty();
  }

  private Flyway flyway(String target) {
    return Flyway.configure()
        .dataSource(database)
        .target(
            target.equals("latest")
                ? MigrationVersion.LATEST
                : MigrationVersion.fromVersion(target))
        .load();
  }

  private static List<String> statements(String script) throws IOException {
    String text =
        new ClassPathResource("db/migration/" + script).getContentAsString(StandardCharsets.UTF_8);
    String bare =
        text.lines().filter(line -> !line.startsWith("--")).reduce("", (a, b) -> a + b + "\n");
    return Stream.of(bare.split(";\\s*\n")).filter(each -> !each.isBlank()).toList();
  }

  private void run(List<String> statements) throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private static DataSource database() {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    source.setUser("sa");
    return source;
  }
}
