package io.zhidun.service.ruleset;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the site adds to the shipped knowledge.
 *
 * @param folder the folder that the stream reads too; empty for none
 */
@ConfigurationProperties("zhidun.site")
record SiteProperties(@DefaultValue("") String folder) {}
