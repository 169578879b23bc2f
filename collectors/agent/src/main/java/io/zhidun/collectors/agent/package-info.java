/** The runnable agent: reads its configuration and runs the collectors named there. */
@NullMarked
package io.zhidun.collectors.agent;

import org.jspecify.annotations.NullMarked;
