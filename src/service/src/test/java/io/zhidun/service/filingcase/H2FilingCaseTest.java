package io.zhidun.service.filingcase;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.service.TestDatabase;

class H2FilingCaseTest extends FilingCaseContract {
  @Override
  HikariDataSource dataSource() {
    return TestDatabase.h2();
  }
}
