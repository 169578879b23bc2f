package io.zhidun.service.incident;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.service.TestDatabase;

class H2IncidentTest extends IncidentContract {
  @Override
  HikariDataSource database() {
    return TestDatabase.h2();
  }
}
