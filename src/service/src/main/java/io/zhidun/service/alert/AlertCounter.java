package io.zhidun.service.alert;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Gives numbers and revisions. Taking it locks one row until the transaction ends, so that all
 * changes of alerts follow one another and revisions are seen in their order.
 */
@Repository
class AlertCounter {
  private final JdbcClient jdbc;

  AlertCounter(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Taken take() {
    jdbc.sql("update alert_counter set last_number = last_number where id = 1").update();
    return jdbc.sql("select last_number, last_revision, last_removal from alert_counter")
        .query((rs, row) -> new Taken(rs.getLong(1), rs.getLong(2), rs.getLong(3)))
        .single();
  }

  void save(Taken taken) {
    jdbc.sql(
            "update alert_counter set last_number = ?, last_revision = ?, last_removal = ?"
                + " where id = 1")
        .params(taken.number, taken.revision, taken.removal)
        .update();
  }

  /** The newest committed revision, and the revision at which an alert last disappeared. */
  Position position() {
    return jdbc.sql("select last_revision, last_removal from alert_counter where id = 1")
        .query((rs, row) -> new Position(rs.getLong(1), rs.getLong(2)))
        .single();
  }

  record Position(long revision, long removal) {}

  /** The counter while its row is locked. */
  static final class Taken {
    private long number;
    private long revision;
    private long removal;

    Taken(long number, long revision, long removal) {
      this.number = number;
      this.revision = revision;
      this.removal = removal;
    }

    long nextNumber() {
      return ++number;
    }

    long nextRevision() {
      return ++revision;
    }

    void removed() {
      removal = ++revision;
    }

    long revision() {
      return revision;
    }
  }
}
