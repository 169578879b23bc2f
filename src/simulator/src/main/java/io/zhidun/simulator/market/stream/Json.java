package io.zhidun.simulator.market.stream;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One JSON object in the making. Names and texts come from our own tables, which hold no quotation
 * mark, backslash or control character; so nothing is escaped here, where all the time goes.
 */
public final class Json {
  private final StringBuilder text = new StringBuilder(8_192);
  private boolean first = true;

  public Json begin() {
    text.setLength(0);
    text.append('{');
    first = true;
    return this;
  }

  public byte[] end() {
    text.append('}');
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Left out where null. */
  public Json put(String name, @Nullable String value) {
    if (value != null) {
      name(name);
      text.append('"').append(value).append('"');
    }
    return this;
  }

  public Json put(String name, long value) {
    name(name);
    text.append(value);
    return this;
  }

  public Json put(String name, boolean value) {
    name(name);
    text.append(value);
    return this;
  }

  /** With one decimal. */
  public Json tenths(String name, long tenths) {
    name(name);
    text.append(tenths / 10).append('.').append(tenths % 10);
    return this;
  }

  /** Left out where empty. */
  public Json list(String name, List<String> values) {
    if (values.isEmpty()) {
      return this;
    }
    name(name);
    text.append('[');
    for (int i = 0; i < values.size(); i++) {
      text.append(i == 0 ? "\"" : ",\"").append(values.get(i)).append('"');
    }
    text.append(']');
    return this;
  }

  /** Left out where empty. */
  public Json numbers(String name, List<Integer> values) {
    if (values.isEmpty()) {
      return this;
    }
    name(name);
    text.append('[');
    for (int i = 0; i < values.size(); i++) {
      text.append(i == 0 ? "" : ",").append(values.get(i).intValue());
    }
    text.append(']');
    return this;
  }

  public Json open(String name) {
    name(name);
    text.append('{');
    first = true;
    return this;
  }

  public Json close() {
    text.append('}');
    first = false;
    return this;
  }

  public Json openList(String name) {
    name(name);
    text.append('[');
    first = true;
    return this;
  }

  public Json closeList() {
    text.append(']');
    first = false;
    return this;
  }

  /** An object in a list. */
  public Json openItem() {
    if (!first) {
      text.append(',');
    }
    text.append('{');
    first = true;
    return this;
  }

  private void name(String name) {
    if (!first) {
      text.append(',');
    }
    first = false;
    text.append('"').append(name).append("\":");
  }
}
