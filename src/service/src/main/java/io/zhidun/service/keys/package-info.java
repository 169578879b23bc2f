/** The installation's SM2 keys, as a bean that every feature may use. */
@NullMarked
package io.zhidun.service.keys;

import org.jspecify.annotations.NullMarked;
