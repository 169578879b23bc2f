/**
 * Simulated outages of a map of services, with their ground truth. The plant is simulated as
 * queues, workers, timeouts and retries, and watched by detectors with thresholds and delays;
 * nothing here knows how a cause is looked for.
 */
@NullMarked
package io.zhidun.testkit.outage;

import org.jspecify.annotations.NullMarked;
