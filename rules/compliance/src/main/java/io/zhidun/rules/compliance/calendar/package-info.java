/** Dated duties of a protected system, as functions of time. */
@NullMarked
package io.zhidun.rules.compliance.calendar;

import org.jspecify.annotations.NullMarked;
