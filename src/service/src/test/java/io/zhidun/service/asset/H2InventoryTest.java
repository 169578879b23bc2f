package io.zhidun.service.asset;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.service.TestDatabase;

class H2InventoryTest extends InventoryContract {
  @Override
  HikariDataSource dataSource() {
    return TestDatabase.h2();
  }
}
