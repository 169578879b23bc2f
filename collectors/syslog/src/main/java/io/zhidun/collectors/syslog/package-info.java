/** Receives syslog over UDP and TCP: frames messages, does not read them. */
@NullMarked
package io.zhidun.collectors.syslog;

import org.jspecify.annotations.NullMarked;
