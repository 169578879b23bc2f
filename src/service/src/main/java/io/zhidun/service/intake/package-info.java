/** Reads alert drafts from Kafka; what was read is stored with the position it was read to. */
@NullMarked
package io.zhidun.service.intake;

import org.jspecify.annotations.NullMarked;
