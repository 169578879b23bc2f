/** Streams sealed with SM4-GCM under a data key that is wrapped with SM2. */
@NullMarked
package io.zhidun.trust.envelope;

import org.jspecify.annotations.NullMarked;
