package io.zhidun.rules.atom;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads out of a regular expression literals of which one stands in everything that it matches. A
 * cautious reading: what it does not know it takes for anything, and where the expression holds
 * something that could change the meaning of the rest it says nothing.
 */
final class RegexLiterals {
  /** More alternatives, or longer ones, find no more. */
  private static final int MOST = 24;

  private static final int LONGEST = 24;
  private static final int SHORTEST = 2;
  private static final String RARE = "`^$|<>~{}[];&#\n";
  private static final int RARE_WEIGHT = 3;
  private static final int DEEPEST = 50;
  private static final int LARGEST_CLASS = 4;

  private final String text;
  private int at;
  private int depth;

  private RegexLiterals(String text) {
    this.text = text;
  }

  /** Thrown where the reading ends without a result. */
  private static final class Unknown extends Exception {
    private static final long serialVersionUID = 1;
  }

  /**
   * What a part of the expression matches.
   *
   * @param exact all that it matches, or null if that is not a short list
   * @param needs literals of which one stands in every match, or null if none are known
   */
  private record Part(@Nullable Set<String> exact, @Nullable Set<String> needs) {
    static final Part ANYTHING = new Part(null, null);

    static Part of(String literal) {
      return new Part(Set.of(literal), null);
    }

    @Nullable Set<String> best() {
      return better(exact, needs);
    }
  }

  /** The literals, or an empty list if none are known. */
  static List<String> of(String expression) {
    RegexLiterals reader = new RegexLiterals(expression);
    try {
      Part whole = reader.alternatives();
      Set<String> best = reader.at < expression.length() ? null : whole.best();
      return best == null || !tells(best) ? List.of() : List.copyOf(best);
    } catch (Unknown unreadable) {
      return List.of();
    }
  }

  /** Whether every literal is long enough, or of characters rare enough, to tell much. */
  private static boolean tells(Set<String> literals) {
    return literals.stream()
        .allMatch(one -> one.length() >= SHORTEST || one.length() == 1 && RARE.contains(one));
  }

  /** What the least telling of them tells: by length, and characters that logs seldom hold. */
  private static int least(Set<String> literals) {
    return literals.stream().mapToInt(RegexLiterals::weight).min().orElse(0);
  }

  private static int weight(String literal) {
    int rare = (int) literal.chars().filter(c -> RARE.indexOf(c) >= 0).count();
    return literal.length() + rare * RARE_WEIGHT;
  }

  private static @Nullable Set<String> better(
      @Nullable Set<String> one, @Nullable Set<String> other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    int difference = least(one) - least(other);
    boolean first = difference > 0 || difference == 0 && one.size() <= other.size();
    return first ? one : other;
  }

  private Part alternatives() throws Unknown {
    if (++depth > DEEPEST) {
      throw new Unknown();
    }
    List<Part> parts = new ArrayList<>();
    do {
      parts.add(sequence());
    } while (takes('|'));
    depth--;
    return parts.size() == 1 ? parts.get(0) : either(parts);
  }

  private static Part either(List<Part> parts) {
    Set<String> exact = new LinkedHashSet<>();
    Set<String> needs = new LinkedHashSet<>();
    for (Part part : parts) {
      exact = part.exact == null || exact == null ? null : union(exact, part.exact);
      Set<String> best = part.best();
      needs = best == null || needs == null ? null : union(needs, best);
    }
    return new Part(exact, needs);
  }

  private static @Nullable Set<String> union(Set<String> one, Set<String> other) {
    Set<String> all = new LinkedHashSet<>(one);
    all.addAll(other);
    return all.size() > MOST ? null : all;
  }

  private Part sequence() throws Unknown {
    Set<String> run = Set.of("");
    Set<String> needs = null;
    boolean exact = true;
    while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
      Part part = repeated(single());
      Set<String> longer = part.exact == null ? null : product(run, part.exact);
      if (longer == null) {
        exact = false;
        needs = better(better(needs, run), part.best());
        run = part.exact == null ? Set.of("") : part.exact;
      } else {
        run = longer;
      }
    }
    return exact ? new Part(run, null) : new Part(null, better(needs, run));
  }

  private static @Nullable Set<String> product(Set<String> heads, Set<String> tails) {
    if (heads.size() * tails.size() > MOST) {
      return null;
    }
    Set<String> all = new LinkedHashSet<>();
    for (String head : heads) {
      for (String tail : tails) {
        if (head.length() + tail.length() > LONGEST) {
          return null;
        }
        all.add(head + tail);
      }
    }
    return all;
  }

  private Part repeated(Part part) throws Unknown {
    Part result = part;
    while (at < text.length()) {
      if (takes('?')) {
        result = optional(result);
      } else if (takes('*')) {
        result = Part.ANYTHING;
      } else if (takes('+')) {
        result = new Part(null, result.best());
      } else if (text.charAt(at) == '{') {
        result = counted(result);
      } else {
        return result;
      }
      takes('?');
    }
    return result;
  }

  private static Part optional(Part part) {
    return part.exact == null ? Part.ANYTHING : new Part(union(part.exact, Set.of("")), null);
  }

  private Part counted(Part part) throws Unknown {
    int end = text.indexOf('}', at);
    String count = end < 0 ? "" : text.substring(at + 1, end);
    if (!count.matches("[0-9]{1,4}(,[0-9]{0,4})?")) {
      throw new Unknown();
    }
    at = end + 1;
    if (count.equals("1")) {
      return part;
    }
    boolean needed = Integer.parseInt(count.split(",", -1)[0]) > 0;
    return needed ? new Part(null, part.best()) : Part.ANYTHING;
  }

  private Part single() throws Unknown {
    char c = text.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> characterClass();
      case '\\' -> escape();
      case '.' -> Part.ANYTHING;
      case '^', '$' -> Part.of("");
      case '*', '+', '?' -> throw new Unknown();
      default -> literal(c);
    };
  }

  /** Letters beyond ASCII have cases that differ from one library to the next. */
  private static Part literal(char c) {
    return c < 0x80 ? Part.of(Character.toString(c)) : Part.ANYTHING;
  }

  private Part group() throws Unknown {
    if (takes('?')) {
      groupHead();
      if (at > 0 && text.charAt(at - 1) == ')') {
        return Part.of("");
      }
    }
    Part inner = alternatives();
    if (!takes(')')) {
      throw new Unknown();
    }
    return inner;
  }

  /** {@code ?:}, {@code ?P<name>} or flags; of the flags only i, m and s keep literals literal. */
  private void groupHead() throws Unknown {
    if (takes('P') || text.startsWith("<", at)) {
      int end = text.indexOf('>', at);
      if (!takes('<') || end < 0) {
        throw new Unknown();
      }
      at = end + 1;
      return;
    }
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == ':' || c == ')') {
        return;
      }
      if (c != 'i' && c != 'm' && c != 's' && c != '-') {
        throw new Unknown();
      }
    }
    throw new Unknown();
  }

  private Part characterClass() throws Unknown {
    boolean negated = takes('^');
    Set<String> members = new LinkedHashSet<>();
    boolean small = !negated;
    boolean first = true;
    while (first || !takes(']')) {
      first = false;
      if (at >= text.length() || text.startsWith("[:", at)) {
        throw new Unknown();
      }
      char c = text.charAt(at++);
      Part member = c == '\\' ? escape() : literal(c);
      boolean range =
          at + 1 < text.length() && text.charAt(at) == '-' && text.charAt(at + 1) != ']';
      small &= !range && member.exact != null && !member.exact.contains("");
      if (member.exact != null) {
        members.addAll(member.exact);
      }
    }
    return small && members.size() <= LARGEST_CLASS ? new Part(members, null) : Part.ANYTHING;
  }

  private Part escape() throws Unknown {
    if (at >= text.length()) {
      throw new Unknown();
    }
    char c = text.charAt(at++);
    return switch (c) {
      case 'b', 'B', 'A', 'z' -> Part.of("");
      case 'd', 'D', 's', 'S', 'w', 'W' -> Part.ANYTHING;
      case 't' -> Part.of("\t");
      case 'n' -> Part.of("\n");
      case 'r' -> Part.of("\r");
      default -> {
        if (Character.isLetterOrDigit(c)) {
          throw new Unknown();
        }
        yield literal(c);
      }
    };
  }

  private boolean takes(char expected) {
    if (at < text.length() && text.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }
}
