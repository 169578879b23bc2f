/** Where SM2 keys are kept, rotated, unlocked and split. */
@NullMarked
package io.zhidun.trust.keys;

import org.jspecify.annotations.NullMarked;
