/** Likely causes of a storm, with reasons, and what people cannot do. */
@NullMarked
package io.zhidun.cause.rank;

import org.jspecify.annotations.NullMarked;
