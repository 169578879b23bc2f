/**
 * Sends each active rule the events it must fire on, through the real pipeline, and raises an alert
 * about a rule that stays silent.
 */
@NullMarked
package io.zhidun.service.canary;

import org.jspecify.annotations.NullMarked;
