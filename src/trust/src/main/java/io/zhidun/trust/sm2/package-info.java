/** SM2 keys, signatures and encryption (GB/T 32918) on top of Bouncy Castle. */
@NullMarked
package io.zhidun.trust.sm2;

import org.jspecify.annotations.NullMarked;
