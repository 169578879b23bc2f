/** The SM4 block cipher (GB/T 32907) in counter mode and GCM, written for speed. */
@NullMarked
package io.zhidun.trust.sm4;

import org.jspecify.annotations.NullMarked;
