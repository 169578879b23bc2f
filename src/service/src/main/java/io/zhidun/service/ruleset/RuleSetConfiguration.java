package io.zhidun.service.ruleset;

import io.zhidun.service.web.LargerBody;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the feature needs of the server: texts of rules are larger than other requests. */
@Configuration(proxyBeanMethods = false)
class RuleSetConfiguration {
  private static final int LARGEST = 4 << 20;

  @Bean
  LargerBody proposalBodies() {
    return new LargerBody("/api/v1/proposals", LARGEST);
  }

  @Bean
  LargerBody ruleSetBodies() {
    return new LargerBody("/api/v1/rulesets", LARGEST);
  }

  @Bean
  LargerBody dryRunBodies() {
    return new LargerBody("/api/v1/dryruns", LARGEST);
  }
}
