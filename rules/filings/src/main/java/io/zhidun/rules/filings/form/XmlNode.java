package io.zhidun.rules.filings.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An element. Names are compared without case, hyphens and a leading {@code cn-}, so that {@code
 * cn-applicant} and {@code Applicant} are one: the old Chinese form, the new one and ST.96 call
 * most things by the same words.
 */
final class XmlNode {

  private static final Set<String> BLOCKS =
      Set.of("p", "paragraphs", "heading", "claimtext", "li", "title");
  private static final Set<String> CELLS = Set.of("entry", "td");

  /** Stands between the cells of a table, also where they are Chinese. */
  private static final char BETWEEN_CELLS = '\u0001';

  private final String name;
  private final Map<String, String> attributes = new HashMap<>(4);
  private final List<Object> content = new ArrayList<>(2);

  XmlNode(String localName) {
    name = key(localName);
  }

  static String key(String localName) {
    String key = localName.toLowerCase(Locale.ROOT).replace("-", "");
    return key.length() > 2 && localName.startsWith("cn-") ? key.substring(2) : key;
  }

  String name() {
    return name;
  }

  void attribute(String localName, String value) {
    attributes.put(key(localName), value);
  }

  @Nullable String attribute(String key) {
    return attributes.get(key);
  }

  void add(XmlNode child) {
    content.add(child);
  }

  /** Text that a parser gives in many pieces is held as one. */
  void add(char[] characters, int from, int length) {
    Object latest = content.isEmpty() ? null : content.get(content.size() - 1);
    if (latest instanceof StringBuilder text) {
      text.append(characters, from, length);
    } else {
      content.add(new StringBuilder(length).append(characters, from, length));
    }
  }

  List<XmlNode> children() {
    List<XmlNode> all = new ArrayList<>();
    for (Object part : content) {
      if (part instanceof XmlNode child) {
        all.add(child);
      }
    }
    return all;
  }

  List<XmlNode> children(String key) {
    List<XmlNode> all = new ArrayList<>();
    for (Object part : content) {
      if (part instanceof XmlNode child && child.name.equals(key)) {
        all.add(child);
      }
    }
    return all;
  }

  @Nullable XmlNode child(String key) {
    for (Object part : content) {
      if (part instanceof XmlNode child && child.name.equals(key)) {
        return child;
      }
    }
    return null;
  }

  /** All elements of the name below this one, in the order of the document, outermost only. */
  List<XmlNode> all(String key) {
    List<XmlNode> found = new ArrayList<>();
    collect(key, found);
    return found;
  }

  private void collect(String key, List<XmlNode> found) {
    for (Object part : content) {
      if (part instanceof XmlNode child) {
        if (child.name.equals(key)) {
          found.add(child);
        } else {
          child.collect(key, found);
        }
      }
    }
  }

  /** The first element of the name below this one, or null. */
  @Nullable XmlNode first(String key) {
    for (Object part : content) {
      if (part instanceof XmlNode child) {
        XmlNode found = child.name.equals(key) ? child : child.first(key);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** The text of the first element with one of the names that has any, or null. */
  @Nullable String text(String... keys) {
    for (String key : keys) {
      XmlNode found = first(key);
      String text = found == null ? "" : found.text();
      if (!text.isEmpty()) {
        return text;
      }
    }
    return null;
  }

  /** All text in it as one line. */
  String text() {
    StringBuilder raw = new StringBuilder();
    inline(raw);
    return line(raw);
  }

  private void inline(StringBuilder to) {
    for (Object part : content) {
      if (part instanceof XmlNode child) {
        to.append(gap(child));
        child.inline(to);
      } else {
        to.append((StringBuilder) part);
      }
    }
  }

  private static String gap(XmlNode child) {
    if (CELLS.contains(child.name)) {
      return String.valueOf(BETWEEN_CELLS);
    }
    return child.name.equals("br") || BLOCKS.contains(child.name) ? "\n" : "";
  }

  /** Its paragraphs, one line each; elements of the name that is left out give none. */
  List<String> paragraphs(String leftOut) {
    List<String> lines = new ArrayList<>();
    StringBuilder open = new StringBuilder();
    paragraphs(leftOut, open, lines);
    flush(open, lines);
    return lines;
  }

  private void paragraphs(String leftOut, StringBuilder open, List<String> lines) {
    for (Object part : content) {
      if (!(part instanceof XmlNode child)) {
        open.append((StringBuilder) part);
      } else if (!child.name.equals(leftOut)) {
        boolean block = BLOCKS.contains(child.name) || child.holdsBlocks();
        if (block) {
          flush(open, lines);
        } else {
          open.append(gap(child));
        }
        child.paragraphs(leftOut, open, lines);
        if (block) {
          flush(open, lines);
        }
      }
    }
  }

  private boolean holdsBlocks() {
    for (Object part : content) {
      if (part instanceof XmlNode child && BLOCKS.contains(child.name)) {
        return true;
      }
    }
    return false;
  }

  private static void flush(StringBuilder open, List<String> lines) {
    String line = line(open);
    if (!line.isEmpty()) {
      lines.add(line);
    }
    open.setLength(0);
  }

  /** White space as single spaces; a broken line is none beside Chinese, which has no spaces. */
  private static String line(CharSequence raw) {
    StringBuilder out = new StringBuilder(raw.length());
    boolean space = false;
    boolean broken = false;
    boolean cell = false;
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c <= ' ' || c == '\u3000' || c == '\u00a0') {
        space = true;
        broken |= c == '\n' || c == '\t' || c == '\r';
        cell |= c == BETWEEN_CELLS;
        continue;
      }
      boolean first = out.isEmpty();
      boolean joins = broken && !first && (chinese(c) || chinese(out.charAt(out.length() - 1)));
      if (!first && (cell || space && !joins)) {
        out.append(' ');
      }
      space = false;
      broken = false;
      cell = false;
      out.append(c);
    }
    return out.toString();
  }

  private static boolean chinese(char c) {
    return Texts.han(c) || c >= '\u3001' && c <= '\u30ff' || c >= '\uff01' && c <= '\uff5e';
  }
}
