package io.zhidun.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Cases of Sigma's meaning as they stand in a table: sections, in them searches, below each the
 * events that it matches ({@code +}), those that it does not ({@code -}), or why it is refused
 * ({@code !}).
 *
 * @param entries in the order written
 */
public record SigmaTable(List<Entry> entries) {
  public SigmaTable {
    entries = List.copyOf(entries);
  }

  /** A search or condition and what it says of events. */
  public record Entry(
      String section,
      String detection,
      List<String> matched,
      List<String> unmatched,
      @Nullable String refusal) {
    /** The rule around it. */
    public String rule(String id) {
      return "title: Rule "
          + id
          + "\nid: "
          + id
          + "\nlogsource: {product: windows}\ndetection:\n"
          + detection.indent(2);
    }

    public List<String> events() {
      List<String> all = new ArrayList<>(matched);
      all.addAll(unmatched);
      return all;
    }

    @Override
    public String toString() {
      return section + " ~ " + detection.strip();
    }
  }

  /**
   * @param name a resource beside this class
   * @param selections whether a search without condition is one selection
   */
  public static SigmaTable read(String name, boolean selections) {
    List<Entry> entries = new ArrayList<>();
    String section = "";
    StringBuilder search = new StringBuilder();
    List<String> said = new ArrayList<>();
    for (String line : (text(name) + "\n# end").lines().toList()) {
      boolean ends = line.startsWith("# ") || line.isBlank();
      if (ends && !search.isEmpty()) {
        entries.add(entry(section, search.toString(), said, selections));
        search.setLength(0);
        said.clear();
      }
      if (line.startsWith("# ")) {
        section = line.substring(2);
      } else if (line.matches("[+!-] .*")) {
        said.add(line);
      } else if (!line.isBlank() && !line.startsWith("//")) {
        search.append(line).append('\n');
      }
    }
    return new SigmaTable(entries);
  }

  private static Entry entry(String section, String search, List<String> said, boolean selections) {
    boolean whole = !selections || search.lines().anyMatch(line -> line.startsWith("condition:"));
    String detection =
        whole ? search : "selection:\n" + search.indent(2) + "condition: selection\n";
    List<String> refused = after("! ", said);
    if (said.isEmpty() || refused.size() > 1 || refused.size() == 1 && said.size() > 1) {
      throw new IllegalArgumentException(section + ": events or one refusal below " + search);
    }
    return new Entry(
        section,
        detection,
        after("+ ", said),
        after("- ", said),
        refused.isEmpty() ? null : refused.get(0));
  }

  private static List<String> after(String mark, List<String> said) {
    return said.stream()
        .filter(line -> line.startsWith(mark))
        .map(line -> line.substring(mark.length()))
        .toList();
  }

  private static String text(String name) {
    try (InputStream in =
        Objects.requireNonNull(SigmaTable.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
