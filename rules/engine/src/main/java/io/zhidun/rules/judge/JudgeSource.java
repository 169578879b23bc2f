package io.zhidun.rules.judge;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * A file that the judge decides by: rules as {@code .drl}, or a decision table as a spreadsheet
 * ({@code .csv} in UTF-8, {@code .xls} or {@code .xlsx}).
 *
 * @param name its name
 * @param content its bytes, not to be changed
 */
public record JudgeSource(String name, byte[] content) {
  private static final int LARGEST = 8 << 20;

  /** Endings of the names of sources. */
  private static final Set<String> KINDS = Set.of("drl", "csv", "xls", "xlsx");

  public JudgeSource {
    Objects.requireNonNull(content, "content");
    if (!accepts(name)) {
      throw new IllegalArgumentException(
          "a judge's source must be .drl, .csv, .xls or .xlsx, was \"" + name + "\"");
    }
    if (content.length > LARGEST) {
      throw new IllegalArgumentException(
          name + " must have at most " + LARGEST + " bytes, has " + content.length);
    }
  }

  public JudgeSource(String name, String text) {
    this(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether a file of this name is a source. */
  public static boolean accepts(String name) {
    return KINDS.contains(kind(name));
  }

  private static String kind(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  /** Ending of the name. */
  String kind() {
    return kind(name);
  }

  boolean isTable() {
    return !kind().equals("drl");
  }

  /** The content as text, without a byte order mark, which spreadsheet programs write. */
  String text() {
    String text = new String(content, StandardCharsets.UTF_8);
    return text.startsWith("\ufeff") ? text.substring(1) : text;
  }
}
