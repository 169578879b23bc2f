/** Questions about series, which Prometheus keeps and answers. */
@NullMarked
package io.zhidun.service.metric;

import org.jspecify.annotations.NullMarked;
