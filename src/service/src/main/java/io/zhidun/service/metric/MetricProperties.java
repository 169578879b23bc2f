package io.zhidun.service.metric;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where series are asked for.
 *
 * @param prometheus address of a server with Prometheus' HTTP API
 * @param timeout how long an answer may take
 */
@ConfigurationProperties("zhidun.metric")
record MetricProperties(
    @DefaultValue("http://127.0.0.1:19090") URI prometheus,
    @DefaultValue("10s") Duration timeout) {}
