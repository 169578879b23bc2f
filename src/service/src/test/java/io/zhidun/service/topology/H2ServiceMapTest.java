package io.zhidun.service.topology;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.service.TestDatabase;

class H2ServiceMapTest extends ServiceMapContract {
  @Override
  HikariDataSource database() {
    return TestDatabase.h2();
  }
}
