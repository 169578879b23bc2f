package io.zhidun.service.canary;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.service.TestDatabase;

class H2CanaryBookTest extends CanaryBookContract {
  @Override
  HikariDataSource dataSource() {
    return TestDatabase.h2();
  }
}
