/** Looks from outside whether services answer, over IPv4 and IPv6. */
@NullMarked
package io.zhidun.collectors.probe;

import org.jspecify.annotations.NullMarked;
