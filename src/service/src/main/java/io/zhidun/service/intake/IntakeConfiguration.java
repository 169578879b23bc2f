package io.zhidun.service.intake;

import io.zhidun.events.Topics;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Follows the alert topic. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "zhidun.intake.enabled", matchIfMissing = true)
class IntakeConfiguration {
  @Bean
  TopicFollower draftFollower(Intake intake, DraftForm form) {
    return intake.follower(Topics.ALERTS, form);
  }
}
