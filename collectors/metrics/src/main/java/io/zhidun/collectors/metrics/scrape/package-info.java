/** Scrapes targets as Prometheus does. */
@NullMarked
package io.zhidun.collectors.metrics.scrape;

import org.jspecify.annotations.NullMarked;
