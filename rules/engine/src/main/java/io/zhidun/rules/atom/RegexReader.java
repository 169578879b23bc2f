package io.zhidun.rules.atom;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an expression that re2j has accepted, for texts in ASCII. Gives up on the rarer forms,
 * which are left to re2j altogether.
 */
final class RegexReader {
  private static final int DEEPEST = 50;
  private static final RegexNode.Chars NONE = new RegexNode.Chars(0, 0);

  private final String text;
  private int at;
  private int depth;
  private boolean ignoresCase;
  private boolean multiline;
  private boolean dotAll;

  private RegexReader(String text, int flags) {
    this.text = text;
    this.ignoresCase = (flags & Pattern.CASE_INSENSITIVE) != 0;
    this.multiline = (flags & Pattern.MULTILINE) != 0;
    this.dotAll = (flags & Pattern.DOTALL) != 0;
  }

  /** Thrown at a form that is not read. */
  private static final class Unread extends Exception {
    private static final long serialVersionUID = 1;
  }

  /** The tree, or null where the expression has a form that is not read. */
  static @Nullable RegexNode read(String expression, int flags) {
    RegexReader reader = new RegexReader(expression, flags);
    try {
      RegexNode whole = reader.choice();
      return reader.at < expression.length() ? null : whole;
    } catch (Unread form) {
      return null;
    }
  }

  private RegexNode choice() throws Unread {
    if (++depth > DEEPEST) {
      throw new Unread();
    }
    List<RegexNode> parts = new ArrayList<>();
    do {
      parts.add(sequence());
    } while (takes('|'));
    depth--;
    return parts.size() == 1 ? parts.get(0) : new RegexNode.Choice(parts);
  }

  private RegexNode sequence() throws Unread {
    List<RegexNode> parts = new ArrayList<>();
    while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
      parts.add(repeated(single()));
    }
    return parts.size() == 1 ? parts.get(0) : new RegexNode.Sequence(parts);
  }

  private RegexNode repeated(RegexNode part) throws Unread {
    RegexNode result = part;
    boolean again = false;
    while (at < text.length() && "?*+{".indexOf(text.charAt(at)) >= 0) {
      if (again) {
        throw new Unread();
      }
      again = true;
      char c = text.charAt(at++);
      result =
          switch (c) {
            case '?' -> new RegexNode.Repeat(part, 0, 1);
            case '*' -> new RegexNode.Repeat(part, 0, -1);
            case '+' -> new RegexNode.Repeat(part, 1, -1);
            default -> counted(part);
          };
      // Whether a repetition is greedy does not matter for whether there is a match.
      takes('?');
    }
    return result;
  }

  private RegexNode counted(RegexNode part) throws Unread {
    int end = text.indexOf('}', at);
    String count = end < 0 ? "" : text.substring(at, end);
    if (!count.matches("[0-9]{1,4}(,[0-9]{0,4})?")) {
      throw new Unread();
    }
    at = end + 1;
    String[] bounds = count.split(",", -1);
    int times = Integer.parseInt(bounds[0]);
    int most = times;
    if (bounds.length == 2) {
      most = bounds[1].isEmpty() ? -1 : Integer.parseInt(bounds[1]);
    }
    return new RegexNode.Repeat(part, times, most);
  }

  private RegexNode single() throws Unread {
    char c = text.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> characterClass();
      case '\\' -> escape();
      case '.' -> dotAll ? not(NONE) : not(range('\n', '\n'));
      case '^' ->
          new RegexNode.Place(multiline ? RegexProgram.BEGIN_LINE : RegexProgram.BEGIN_TEXT);
      case '$' -> new RegexNode.Place(multiline ? RegexProgram.END_LINE : RegexProgram.END_TEXT);
      case '*', '+', '?' -> throw new Unread();
      default -> folded(literal(c));
    };
  }

  private RegexNode group() throws Unread {
    boolean caseBefore = ignoresCase;
    boolean linesBefore = multiline;
    boolean dotBefore = dotAll;
    if (takes('?') && isFlagsAlone()) {
      return new RegexNode.Place(0);
    }
    RegexNode inner = choice();
    if (!takes(')')) {
      throw new Unread();
    }
    ignoresCase = caseBefore;
    multiline = linesBefore;
    dotAll = dotBefore;
    return inner;
  }

  /** Reads a group's head; whether that was all of it, so that flags hold from here on. */
  private boolean isFlagsAlone() throws Unread {
    if (takes('P') || text.startsWith("<", at)) {
      int end = text.indexOf('>', at);
      if (!takes('<') || end < 0) {
        throw new Unread();
      }
      at = end + 1;
      return false;
    }
    boolean on = true;
    while (at < text.length()) {
      char c = text.charAt(at++);
      switch (c) {
        case ':', ')' -> {
          return c == ')';
        }
        case '-' -> on = false;
        case 'i' -> ignoresCase = on;
        case 'm' -> multiline = on;
        case 's' -> dotAll = on;
        default -> throw new Unread();
      }
    }
    throw new Unread();
  }

  private RegexNode characterClass() throws Unread {
    boolean negated = takes('^');
    RegexNode.Chars all = NONE;
    boolean first = true;
    while (first || !takes(']')) {
      first = false;
      if (at >= text.length() || text.startsWith("[:", at)) {
        throw new Unread();
      }
      all = or(all, folded(member()));
    }
    return negated ? not(all) : all;
  }

  private RegexNode.Chars member() throws Unread {
    int from = at;
    char c = text.charAt(at++);
    RegexNode.Chars one = c == '\\' ? classEscape() : literal(c);
    if (at + 1 >= text.length() || text.charAt(at) != '-' || text.charAt(at + 1) == ']') {
      return one;
    }
    char low = last(from);
    at++;
    from = at;
    if (text.charAt(at++) == '\\') {
      classEscape();
    }
    return range(low, last(from));
  }

  /** The character that was just read as one, plainly or escaped. */
  private char last(int from) throws Unread {
    boolean escaped = text.charAt(from) == '\\';
    if (at - from != (escaped ? 2 : 1)
        || escaped && Character.isLetterOrDigit(text.charAt(from + 1))) {
      throw new Unread();
    }
    return text.charAt(at - 1);
  }

  private RegexNode.Chars classEscape() throws Unread {
    if (escape() instanceof RegexNode.Chars chars) {
      return chars;
    }
    throw new Unread();
  }

  private RegexNode escape() throws Unread {
    if (at >= text.length()) {
      throw new Unread();
    }
    char c = text.charAt(at++);
    return switch (c) {
      case 'b' -> new RegexNode.Place(RegexProgram.WORD_EDGE);
      case 'B' -> new RegexNode.Place(RegexProgram.NO_WORD_EDGE);
      case 'A' -> new RegexNode.Place(RegexProgram.BEGIN_TEXT);
      case 'z' -> new RegexNode.Place(RegexProgram.END_TEXT);
      case 'd' -> range('0', '9');
      case 'D' -> not(range('0', '9'));
      case 's' -> blanks();
      case 'S' -> not(blanks());
      case 'w' -> RegexProgram.WORD;
      case 'W' -> not(RegexProgram.WORD);
      case 't' -> range('\t', '\t');
      case 'n' -> range('\n', '\n');
      case 'r' -> range('\r', '\r');
      case 'f' -> range('\f', '\f');
      default -> {
        if (Character.isLetterOrDigit(c)) {
          throw new Unread();
        }
        yield folded(literal(c));
      }
    };
  }

  private static RegexNode.Chars blanks() {
    return or(or(range('\t', '\n'), range('\f', '\r')), range(' ', ' '));
  }

  private static RegexNode.Chars literal(char c) {
    return range(c, c);
  }

  static RegexNode.Chars range(char from, char to) {
    long low = 0;
    long high = 0;
    for (int c = from; c <= Math.min(to, 0x7f); c++) {
      if (c < Long.SIZE) {
        low |= 1L << c;
      } else {
        high |= 1L << c;
      }
    }
    return new RegexNode.Chars(low, high);
  }

  static RegexNode.Chars or(RegexNode.Chars one, RegexNode.Chars other) {
    return new RegexNode.Chars(one.low() | other.low(), one.high() | other.high());
  }

  private static RegexNode.Chars not(RegexNode.Chars chars) {
    return new RegexNode.Chars(~chars.low(), ~chars.high());
  }

  /** Both cases of each letter, where case does not matter; two letters beyond ASCII fold to it. */
  private RegexNode.Chars folded(RegexNode.Chars chars) throws Unread {
    if (!ignoresCase) {
      return chars;
    }
    if (text.chars().anyMatch(c -> c >= 0x80)) {
      throw new Unread();
    }
    // The letters lie in the upper word, 32 bits apart.
    long upper = chars.high() & 0x0000_0000_07ff_fffeL;
    long lower = chars.high() & 0x07ff_fffe_0000_0000L;
    return new RegexNode.Chars(chars.low(), chars.high() | upper << 32 | lower >>> 32);
  }

  private boolean takes(char expected) {
    if (at < text.length() && text.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }
}
