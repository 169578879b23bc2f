package io.zhidun.service.continuity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How recovery is judged.
 *
 * @param levels path of an office's own figures of GB/T 20988; empty for those that ship
 */
@ConfigurationProperties("zhidun.continuity")
record ContinuityProperties(@DefaultValue("") String levels) {}
