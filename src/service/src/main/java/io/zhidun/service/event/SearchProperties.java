package io.zhidun.service.event;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where events are searched.
 *
 * @param elasticsearch address of the search store
 * @param indices pattern of the indices
 * @param timeout how long a search may take
 */
@ConfigurationProperties("zhidun.search")
record SearchProperties(
    @DefaultValue("http://127.0.0.1:19200") String elasticsearch,
    @DefaultValue("zhidun-events-*") String indices,
    @DefaultValue("5s") Duration timeout) {}
