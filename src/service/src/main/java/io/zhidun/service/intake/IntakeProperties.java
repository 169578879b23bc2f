package io.zhidun.service.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where drafts come from.
 *
 * @param kafka bootstrap servers
 * @param enabled false leaves the consumer off, for tests without a broker
 */
@ConfigurationProperties("zhidun.intake")
record IntakeProperties(
    @DefaultValue("127.0.0.1:19092") String kafka, @DefaultValue("true") boolean enabled) {}
