package io.zhidun.rules.compliance.judge;

/**
 * A row of risks-by-result.tsv: a requirement that is not met shows risks. A fact of the rules.
 *
 * @param codes of the risks, parted by blanks
 */
public record RiskByResult(String point, String codes) {}
