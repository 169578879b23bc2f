package io.zhidun.service;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {
  @Test
  void featuresUseOnlyWhatOthersShowAndHaveNoCycles() {
    ApplicationModules.of(ZhidunService.class).verify();
  }
}
