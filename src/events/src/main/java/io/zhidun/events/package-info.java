/** Records, topics, headers and codecs that every part of Zhidun shares. */
@NullMarked
package io.zhidun.events;

import org.jspecify.annotations.NullMarked;
