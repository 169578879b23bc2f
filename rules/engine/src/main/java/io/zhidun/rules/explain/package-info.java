/** Detections and the reasons for them. */
@NullMarked
package io.zhidun.rules.explain;

import org.jspecify.annotations.NullMarked;
