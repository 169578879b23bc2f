/**
 * The one-machine installation: starts the parts as processes, watches them, restarts those that
 * die and ends them in order.
 */
@NullMarked
package io.zhidun.standalone.supervisor;

import org.jspecify.annotations.NullMarked;
