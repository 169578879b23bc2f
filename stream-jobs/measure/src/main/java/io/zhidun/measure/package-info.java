/** What detectors of metrics share: findings with their picture, and the gate for samples. */
@NullMarked
package io.zhidun.measure;

import org.jspecify.annotations.NullMarked;
