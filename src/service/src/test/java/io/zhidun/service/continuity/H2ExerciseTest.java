package io.zhidun.service.continuity;

import com.zaxxer.hikari.HikariDataSource;
import io.zhidun.service.TestDatabase;

class H2ExerciseTest extends ExerciseContract {
  @Override
  HikariDataSource database() {
    return TestDatabase.h2();
  }
}
