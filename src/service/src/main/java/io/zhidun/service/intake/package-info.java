/** From the topics into the database: positions, batches, and what could not be read. */
@NullMarked
package io.zhidun.service.intake;

import org.jspecify.annotations.NullMarked;
