package io.zhidun.service.ruleset;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.service.TestDatabase;

class H2ProposalTest extends ProposalContract {
  @Override
  HikariDataSource dataSource() {
    return TestDatabase.h2();
  }
}
