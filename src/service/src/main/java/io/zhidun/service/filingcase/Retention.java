package io.zhidun.service.filingcase;

import io.zhidun.service.store.Micros;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Deletes what was kept long enough, in batches, each a transaction of its own: intake goes on
 * between them. Filings that an open case names stay.
 */
@Service
class Retention {
  private static final Logger log = LoggerFactory.getLogger(Retention.class);
  private static final int BATCH = 1_000;

  /** A night deletes at most so many of each; what is left over waits for the next. */
  private static final int MOST_BATCHES = 2_000;

  private static final String FILINGS =
      "select f.application_number from filing f where f.submitted_at < :before and not exists"
          + " (select 1 from filing_case_filing n join filing_case c on c.id = n.case_id"
          + " where n.application_number = f.application_number"
          + " and c.state not in ('confirmed', 'dismissed')) order by f.submitted_at limit :rows";
  private static final String CHANGES =
      "select c.id from filing_change c where c.happened_at < :before and not exists"
          + " (select 1 from filing f where f.application_number = c.application_number)"
          + " order by c.happened_at limit :rows";
  private static final String ACTIONS =
      "select id from filing_action where happened_at < :before order by happened_at limit :rows";

  private final JdbcClient jdbc;
  private final FilingCaseProperties properties;
  private final TransactionOperations transaction;
  private final Clock clock;

  Retention(
      JdbcClient jdbc,
      FilingCaseProperties properties,
      TransactionOperations transaction,
      Clock clock) {
    this.jdbc = jdbc;
    this.properties = properties;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Scheduled(cron = "${zhidun.filing-cases.delete-at:0 20 3 * * *}", zone = "Asia/Shanghai")
  void delete() {
    long filings = before(properties.filingDays());
    long actions = before(properties.actionDays());
    int deletedActions = all(ACTIONS, "filing_action", "id", actions);
    int deletedFilings = all(FILINGS, "filing", "application_number", filings);
    int deletedChanges = all(CHANGES, "filing_change", "id", filings);
    log.info(
        "deleted {} filings, {} changes and {} actions that were kept long enough",
        deletedFilings,
        deletedChanges,
        deletedActions);
  }

  private long before(int days) {
    return Micros.of(clock.instant().minus(Duration.ofDays(days)));
  }

  private int all(String select, String table, String key, long before) {
    int deleted = 0;
    for (int i = 0; i < MOST_BATCHES; i++) {
      Integer now = transaction.execute(status -> batch(select, table, key, before));
      deleted += now == null ? 0 : now;
      if (now == null || now < BATCH) {
        break;
      }
    }
    return deleted;
  }

  private int batch(String select, String table, String key, long before) {
    List<String> old =
        jdbc.sql(select).params(Map.of("before", before, "rows", BATCH)).query(String.class).list();
    if (!old.isEmpty()) {
      jdbc.sql("delete from " + table + " where " + key + " in (:old)").param("old", old).update();
    }
    return old.size();
  }
}
