package io.zhidun.rules.filings.form;

/**
 * What is wrong with one value of a form.
 *
 * @param field path in the record, such as {@code applicants[0].name}, or {@code line}, {@code xml}
 * @param value what stood there: at most 64 characters, control characters escaped, personal
 *     identifiers masked
 * @param reason what was expected, in English
 */
public record FormFault(String field, String value, String reason) {

  /** Longest excerpt of a value, in characters. */
  public static final int EXCERPT = 64;

  static FormFault of(String field, String value, String reason) {
    return new FormFault(field, excerpt(value), reason);
  }

  /** The same fault of a record that stands inside something larger, such as a line of a file. */
  FormFault in(String place) {
    return new FormFault(place + ": " + field, value, reason);
  }

  @Override
  public String toString() {
    return field + " \"" + value + "\": " + reason;
  }

  private static String excerpt(String value) {
    StringBuilder out = new StringBuilder(EXCERPT);
    for (int i = 0; i < value.length() && out.length() < EXCERPT; i++) {
      char c = value.charAt(i);
      boolean plain = !Character.isISOControl(c) && !Character.isSurrogate(c);
      if (plain && Character.getType(c) != Character.FORMAT) {
        out.append(c);
      } else if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        out.append(c).append(value.charAt(++i));
      } else {
        out.append(String.format("\\u%04x", (int) c));
      }
    }
    if (out.length() > EXCERPT) {
      out.setLength(Character.isHighSurrogate(out.charAt(EXCERPT - 1)) ? EXCERPT - 1 : EXCERPT);
    }
    return out.toString();
  }
}
