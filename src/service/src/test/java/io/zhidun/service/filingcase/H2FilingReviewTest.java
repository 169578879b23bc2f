package io.zhidun.service.filingcase;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.service.TestDatabase;

class H2FilingReviewTest extends FilingReviewContract {
  @Override
  HikariDataSource dataSource() {
    return TestDatabase.h2();
  }
}
