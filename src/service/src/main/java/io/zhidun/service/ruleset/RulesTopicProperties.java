package io.zhidun.service.ruleset;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where rule sets are published.
 *
 * @param kafka bootstrap servers
 * @param lookAgain how often to look whether the topic was made anew
 */
@ConfigurationProperties("zhidun.rules")
record RulesTopicProperties(
    @DefaultValue("127.0.0.1:19092") String kafka, @DefaultValue("60s") Duration lookAgain) {}
