/** Incidents: storms of alerts with their likely cause, and what people do about them. */
@NullMarked
package io.zhidun.service.incident;

import org.jspecify.annotations.NullMarked;
