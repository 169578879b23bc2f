package io.zhidun.rules.compliance.judge;

/**
 * A row of risks-by-value.tsv: a value shows risks by itself. A fact of the rules.
 *
 * @param bound that the value is compared with
 * @param codes of the risks, parted by blanks
 */
public record RiskByValue(
    String check, String value, Comparison comparison, double bound, String codes) {

  /** Whether the look has the value and it is as the row says. */
  public boolean isShownBy(Look look) {
    Double found = look.number(value);
    return found != null && comparison.holds(found, bound);
  }
}
