package io.zhidun.rules.compliance.record;

import java.time.Instant;

/**
 * An exception that somebody answers for.
 *
 * @param object id, or * for all of the item
 * @param approver never the owner
 */
public record Waiver(
    String id,
    String item,
    String object,
    String owner,
    String approver,
    String reason,
    String compensatingMeasure,
    Instant expiresAt) {}
