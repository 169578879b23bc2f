package io.zhidun.rules.filings.mark;

/**
 * How alike two marks are, each part from 0 to 1.
 *
 * @param total what the parts come to
 * @param reading how alike they sound (for Latin words: how alike they are spelled)
 * @param shape how alike they look
 * @param meaning how far one says what the other says: its words stand in the other, or an alias
 */
public record Likeness(double total, double reading, double shape, double meaning) {

  static final Likeness NONE = new Likeness(0, 0, 0, 0);
}
