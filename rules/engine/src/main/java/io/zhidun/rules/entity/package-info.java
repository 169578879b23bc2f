/** Who detections are about, and what each was behind before. */
@NullMarked
package io.zhidun.rules.entity;

import org.jspecify.annotations.NullMarked;
