package io.zhidun.service.compliance;

import io.zhidun.service.store.ColumnText;
import io.zhidun.service.store.Micros;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When each check last ran, and how that went. */
@Repository
class CheckRunRepository {
  private final JdbcClient jdbc;

  CheckRunRepository(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A run of a check over all systems. */
  record Run(
      String code,
      Instant at,
      long durationMillis,
      int evidence,
      @Nullable String error,
      long runs,
      long failures) {}

  Map<String, Run> all() {
    Map<String, Run> found = new HashMap<>();
    jdbc.sql(
            "select code, run_at, duration_millis, evidence, error, runs, failures"
                + " from compliance_check_run")
        .query(
            rs -> {
              Run run =
                  new Run(
                      rs.getString(1),
                      Micros.instant(rs.getLong(2)),
                      rs.getLong(3),
                      rs.getInt(4),
                      rs.getString(5),
                      rs.getLong(6),
                      rs.getLong(7));
              found.put(run.code(), run);
            });
    return found;
  }

  void note(String code, Instant at, long millis, int evidence, @Nullable String error) {
    String shown = error == null ? null : ColumnText.fit(error, 512);
    int known =
        jdbc.sql(
                "update compliance_check_run set run_at = ?, duration_millis = ?, evidence = ?,"
                    + " error = ?, runs = runs + 1, failures = failures + ? where code = ?")
            .param(1, Micros.of(at))
            .param(2, millis)
            .param(3, evidence)
            .param(4, shown, Types.VARCHAR)
            .param(5, error == null ? 0 : 1)
            .param(6, code)
            .update();
    if (known == 0) {
      jdbc.sql(
              "insert into compliance_check_run (run_at, duration_millis, evidence, error, runs,"
                  + " failures, code) values (?, ?, ?, ?, 1, ?, ?)")
          .param(1, Micros.of(at))
          .param(2, millis)
          .param(3, evidence)
          .param(4, shown, Types.VARCHAR)
          .param(5, error == null ? 0 : 1)
          .param(6, code)
          .update();
    }
  }
}
