package io.zhidun.service.alert;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.service.TestDatabase;

class H2AlertBookTest extends AlertBookContract {
  @Override
  HikariDataSource dataSource() {
    return TestDatabase.h2();
  }
}
