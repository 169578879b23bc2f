package io.zhidun.service.compliance;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.service.TestDatabase;

class H2EvidenceRetentionTest extends EvidenceRetentionContract {
  @Override
  HikariDataSource dataSource() {
    return TestDatabase.h2();
  }
}
