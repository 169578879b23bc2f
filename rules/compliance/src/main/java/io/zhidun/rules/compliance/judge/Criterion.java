package io.zhidun.rules.compliance.judge;

/**
 * A row of criteria.tsv: a fact of the rules.
 *
 * @param point key of the requirement
 * @param check whose look is asked
 * @param value of the look
 * @param limit key of the limit, or yes or no
 */
public record Criterion(
    String point, String check, String value, Comparison comparison, String limit, Weight weight) {}
