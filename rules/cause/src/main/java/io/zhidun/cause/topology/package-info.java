/** What depends on what, and since when: a graph that can be asked for at any past time. */
@NullMarked
package io.zhidun.cause.topology;

import org.jspecify.annotations.NullMarked;
