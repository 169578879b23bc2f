package io.zhidun.service.continuity;

import java.io.IOException;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The figures that levels are judged by. */
@Configuration(proxyBeanMethods = false)
class ContinuityConfiguration {
  @Bean
  RecoveryLevels recoveryLevels(ContinuityProperties properties) throws IOException {
    return properties.levels().isEmpty()
        ? RecoveryLevels.shipped()
        : RecoveryLevels.of(Path.of(properties.levels()));
  }
}
