package io.zhidun.service.audit;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.service.TestDatabase;

class H2AuditTrailTest extends AuditTrailContract {
  @Override
  HikariDataSource dataSource() {
    return TestDatabase.h2();
  }
}
