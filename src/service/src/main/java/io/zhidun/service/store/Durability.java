package io.zhidun.service.store;

import java.sql.DatabaseMetaData;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.stereotype.Component;

/**
 * Makes commits outlive the process. PostgreSQL does so by itself; H2 writes commits a moment
 * later, which is good enough for what Kafka brings again, but not for what a person did.
 */
@Component
public class Durability {
  private final DataSource source;
  private final JdbcClient jdbc;
  private volatile @Nullable Boolean delayed;

  public Durability(DataSource source, JdbcClient jdbc) {
    this.source = source;
    this.jdbc = jdbc;
  }

  /** Returns when everything committed so far is on disk; call it after the commit. */
  public void settle() {
    if (isDelayed()) {
      jdbc.sql("checkpoint sync").update();
    }
  }

  private boolean isDelayed() {
    Boolean known = delayed;
    if (known == null) {
      try {
        String product =
            JdbcUtils.extractDatabaseMetaData(source, DatabaseMetaData::getDatabaseProductName);
        known = "H2".equals(product);
      } catch (MetaDataAccessException e) {
        throw new IllegalStateException("cannot tell which database this is", e);
      }
      delayed = known;
    }
    return known;
  }
}
