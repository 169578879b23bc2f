package io.zhidun.service.ruleset;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much a dry run may take.
 *
 * @param days most days looked back
 * @param events most events read
 * @param time longest time taken
 * @param detections most detections kept
 * @param groups most groups of correlations held
 */
@ConfigurationProperties("zhidun.dry-run")
record DryRunProperties(
    @DefaultValue("31") int days,
    @DefaultValue("5000000") long events,
    @DefaultValue("10m") Duration time,
    @DefaultValue("50000") int detections,
    @DefaultValue("50000") int groups) {}
