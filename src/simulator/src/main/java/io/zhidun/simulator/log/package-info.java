/** Log files of the simulated systems, in the forms of nginx, syslog and the audit trail. */
@NullMarked
package io.zhidun.simulator.log;

import org.jspecify.annotations.NullMarked;
