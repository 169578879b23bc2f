package io.zhidun.service.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where drafts come from.
 *
 * @param kafka bootstrap servers
 * @param lookAgain how often to look for new partitions, and whether the topic was made anew
 * @param enabled false leaves the consumer off, for tests without a broker
 */
@ConfigurationProperties("zhidun.intake")
record IntakeProperties(
    @DefaultValue("127.0.0.1:19092") String kafka,
    @DefaultValue("60s") Duration lookAgain,
    @DefaultValue("true") boolean enabled) {}
