/** Ships records to Kafka, keeps what Kafka has not acknowledged, and remembers how far it came. */
@NullMarked
package io.zhidun.collectors.core.shipper;

import org.jspecify.annotations.NullMarked;
