/** Takes samples that senders push: Prometheus remote write and OTLP over HTTP. */
@NullMarked
package io.zhidun.collectors.metrics.push;

import org.jspecify.annotations.NullMarked;
