/** The rule catalogue, for reading. */
@NullMarked
package io.zhidun.service.rule;

import org.jspecify.annotations.NullMarked;
