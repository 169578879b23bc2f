/** Alerts: episodes of a fingerprint, what people do with them, and how they are found. */
@NullMarked
package io.zhidun.service.alert;

import org.jspecify.annotations.NullMarked;
