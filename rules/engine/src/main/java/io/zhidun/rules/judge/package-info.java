/** The judge: Drools over detections, assets and the duty calendar. */
@NullMarked
package io.zhidun.rules.judge;

import org.jspecify.annotations.NullMarked;
