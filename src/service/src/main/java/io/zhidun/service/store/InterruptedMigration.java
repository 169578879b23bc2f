package io.zhidun.service.store;

import org.flywaydb.core.Flyway;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Goes on with a migration in which a process was killed. H2 keeps what a script had made until
 * then, and tells of a second try that it failed; so that failure is forgotten, and each statement
 * of a migration bears to be run twice. PostgreSQL takes a migration back by itself.
 */
@Component
class InterruptedMigration implements FlywayMigrationStrategy {

  @Override
  public void migrate(Flyway flyway) {
    flyway.repair();
    flyway.migrate();
  }
}
