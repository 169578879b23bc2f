/** Finds what broke and what merely suffers: topology, storms, causes, in words. */
@NullMarked
package io.zhidun.cause;

import org.jspecify.annotations.NullMarked;
