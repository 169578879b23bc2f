/** The compiled index that finds which rules match an event. */
@NullMarked
package io.zhidun.rules.match;

import org.jspecify.annotations.NullMarked;
