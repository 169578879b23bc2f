package io.zhidun.rules.compliance.judge;

/**
 * A requirement asked of an object: a fact of the rules.
 *
 * @param item id of the requirement
 * @param point its key, the same at every level
 * @param object id of the asset or of the system
 * @param tier of backup that the object is in
 * @param decides whether telemetry may decide it; else it only supports an assessor
 */
public record Question(String item, String point, String object, Tier tier, boolean decides) {}
