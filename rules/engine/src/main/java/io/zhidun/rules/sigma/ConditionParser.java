package io.zhidun.rules.sigma;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The condition language: {@code or}, {@code and}, {@code not}, {@code 1 of}/{@code all of},
 * brackets, in rising order of binding. Recursive descent, bounded in length and depth.
 */
final class ConditionParser {
  private static final int LONGEST = 10_000;
  private static final int DEEPEST = 100;
  private static final Pattern TOKEN = Pattern.compile("\\s*(?:([()])|([^\\s()]+))");

  private final List<String> tokens = new ArrayList<>();
  private final Map<String, Expression> selections;
  private int at;
  private int depth;

  private ConditionParser(String text, Map<String, Expression> selections) {
    this.selections = selections;
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.lookingAt()) {
      tokens.add(matcher.group().strip());
      matcher.region(matcher.end(), text.length());
    }
  }

  /**
   * @throws IllegalArgumentException saying what was expected
   */
  static Expression parse(String text, Map<String, Expression> selections) {
    if (text.length() > LONGEST) {
      throw new IllegalArgumentException("is longer than " + LONGEST + " characters");
    }
    ConditionParser parser = new ConditionParser(text, selections);
    Expression whole = parser.or();
    if (parser.at < parser.tokens.size()) {
      throw new IllegalArgumentException("and, or or the end expected, found " + parser.shown());
    }
    return whole;
  }

  private Expression or() {
    List<Expression> parts = new ArrayList<>();
    do {
      parts.add(and());
    } while (takes("or"));
    return parts.size() == 1 ? parts.get(0) : new Expression.Any(parts);
  }

  private Expression and() {
    List<Expression> parts = new ArrayList<>();
    do {
      parts.add(not());
    } while (takes("and"));
    return parts.size() == 1 ? parts.get(0) : new Expression.All(parts);
  }

  private Expression not() {
    if (++depth > DEEPEST) {
      throw new IllegalArgumentException("is nested deeper than " + DEEPEST);
    }
    Expression part = takes("not") ? new Expression.Not(not()) : primary();
    depth--;
    return part;
  }

  private Expression primary() {
    if (takes("(")) {
      Expression inner = or();
      if (!takes(")")) {
        throw new IllegalArgumentException(") expected, found " + shown());
      }
      return inner;
    }
    if (at + 1 < tokens.size() && word(at + 1).equals("of")) {
      return quantified();
    }
    if (at == tokens.size()) {
      throw new IllegalArgumentException("a search identifier expected, found the end");
    }
    String name = tokens.get(at++);
    Expression selection = selections.get(name);
    if (selection == null) {
      throw new IllegalArgumentException("no search identifier \"" + name + "\"");
    }
    return selection;
  }

  private Expression quantified() {
    String quantity = word(at);
    if (!quantity.equals("1") && !quantity.equals("any") && !quantity.equals("all")) {
      throw new IllegalArgumentException("1 of or all of expected, found " + shown());
    }
    at += 2;
    if (at == tokens.size()) {
      throw new IllegalArgumentException("them or a pattern expected, found the end");
    }
    String pattern = tokens.get(at++);
    List<Expression> chosen = chosen(pattern);
    if (chosen.isEmpty()) {
      throw new IllegalArgumentException("\"" + pattern + "\" matches no search identifier");
    }
    return quantity.equals("all") ? new Expression.All(chosen) : new Expression.Any(chosen);
  }

  /** {@code them} leaves out identifiers that begin with an underscore; a pattern does not. */
  private List<Expression> chosen(String pattern) {
    List<Expression> chosen = new ArrayList<>();
    boolean them = pattern.equalsIgnoreCase("them");
    Pattern names =
        Pattern.compile(Pattern.quote(pattern).replace("*", "\\E.*\\Q"), Pattern.DOTALL);
    selections.forEach(
        (name, selection) -> {
          if (them ? !name.startsWith("_") : names.matcher(name).matches()) {
            chosen.add(selection);
          }
        });
    return chosen;
  }

  private boolean takes(String word) {
    if (at < tokens.size() && word(at).equals(word)) {
      at++;
      return true;
    }
    return false;
  }

  private String word(int index) {
    return tokens.get(index).toLowerCase(Locale.ROOT);
  }

  private String shown() {
    return at < tokens.size() ? "\"" + tokens.get(at) + "\"" : "the end";
  }
}
