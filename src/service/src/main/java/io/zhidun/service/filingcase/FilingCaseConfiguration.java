package io.zhidun.service.filingcase;

import io.zhidun.events.Topics;
import io.zhidun.service.intake.Intake;
import io.zhidun.service.intake.TopicFollower;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows the topics that cases are made from. */
@Configuration(proxyBeanMethods = false)
class FilingCaseConfiguration {
  @Bean
  @ConditionalOnProperty(name = "zhidun.intake.enabled", matchIfMissing = true)
  TopicFollower filingFollower(Intake intake, FilingForm form) {
    return intake.follower(Topics.FILINGS, form);
  }

  @Bean
  @ConditionalOnProperty(name = "zhidun.intake.enabled", matchIfMissing = true)
  TopicFollower indicationFollower(Intake intake, IndicationForm form) {
    return intake.follower(Topics.INDICATIONS, form);
  }

  /** For the key of the sample. */
  @Bean
  RandomGenerator caseRandom() {
    return new SecureRandom();
  }
}
