package io.zhidun.rules.judge;

import java.util.Objects;

/**
 * A threat indicator that the finding's event shows. A fact, there only when it does.
 *
 * @param field the field that shows it
 * @param value the value that is known
 * @param source who reported it
 * @param note what is known of it
 */
public record Indicator(String field, String value, String source, String note) {
  public Indicator {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(note, "note");
  }

  public String getField() {
    return field;
  }

  public String getValue() {
    return value;
  }

  public String getSource() {
    return source;
  }

  public String getNote() {
    return note;
  }
}
