package io.zhidun.rules.compliance.judge;

/**
 * A requirement on an object with its result, whoever gave it: a fact of the rules on risks.
 *
 * @param item id of the requirement
 * @param point its key, the same at every level
 * @param notMet whether it is not met
 */
public record Judged(String item, String point, String object, boolean notMet) {}
