/** The platform's own health: parts, hops, delay. */
@NullMarked
package io.zhidun.service.platform;

import org.jspecify.annotations.NullMarked;
