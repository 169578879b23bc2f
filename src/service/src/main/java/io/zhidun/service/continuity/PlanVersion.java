package io.zhidun.service.continuity;

import java.time.Instant;

/**
 * A version of a system's plan.
 *
 * @param sm3 of the plan's JSON as stored
 */
record PlanVersion(
    String system, int version, Plan plan, String sm3, String note, String by, Instant madeAt) {}
