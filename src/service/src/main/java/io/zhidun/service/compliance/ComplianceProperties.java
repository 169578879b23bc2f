package io.zhidun.service.compliance;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often is looked and judged.
 *
 * @param enabled whether checks run by themselves
 * @param longestInterval checks that are due more seldom are run this often all the same
 * @param judgeEvery how often systems are judged where nothing new was seen: evidence grows stale
 * @param patience how long one collector may take for one check of one system
 */
@ConfigurationProperties("zhidun.compliance.schedule")
record ComplianceProperties(
    @DefaultValue("true") boolean enabled,
    @DefaultValue("1d") Duration longestInterval,
    @DefaultValue("1m") Duration judgeEvery,
    @DefaultValue("20s") Duration patience) {}
