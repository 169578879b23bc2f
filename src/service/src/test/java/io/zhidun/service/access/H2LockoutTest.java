package io.zhidun.service.access;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.service.TestDatabase;

class H2LockoutTest extends LockoutContract {
  @Override
  HikariDataSource dataSource() {
    return TestDatabase.h2();
  }
}
