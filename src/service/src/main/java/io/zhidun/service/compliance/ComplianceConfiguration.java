package io.zhidun.service.compliance;

import io.zhidun.rules.compliance.catalogue.Catalogue;
import io.zhidun.rules.compliance.check.Checks;
import io.zhidun.service.web.LargerBody;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is shipped of the requirements, and what documents may weigh. */
@Configuration(proxyBeanMethods = false)
class ComplianceConfiguration {
  /** Largest document. */
  static final int MOST_BYTES = 20 << 20;

  @Bean
  Catalogue catalogue() {
    return Catalogue.shipped();
  }

  @Bean
  Checks checks() {
    return Checks.shipped();
  }

  @Bean
  LargerBody attestationBody() {
    return new LargerBody("/api/v1/compliance/attestations", MOST_BYTES);
  }
}
