/** Detached SM2 signatures over contents and files. */
@NullMarked
package io.zhidun.trust.seal;

import org.jspecify.annotations.NullMarked;
