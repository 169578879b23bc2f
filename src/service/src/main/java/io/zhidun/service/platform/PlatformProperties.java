package io.zhidun.service.platform;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the platform's own state is read.
 *
 * @param stateFile the supervisor's state.json; empty where nothing supervises
 * @param stream address of the stream process, whose /metrics is read; empty for none
 * @param agent address of the agent; empty for none
 * @param every how often all of it is read
 */
@ConfigurationProperties("zhidun.platform")
record PlatformProperties(
    @DefaultValue("") String stateFile,
    @DefaultValue("") String stream,
    @DefaultValue("") String agent,
    @DefaultValue("5s") Duration every) {}
