/** Turns raw records into events: formats are data, this is the engine that compiles them. */
@NullMarked
package io.zhidun.stream.normalize;

import org.jspecify.annotations.NullMarked;
