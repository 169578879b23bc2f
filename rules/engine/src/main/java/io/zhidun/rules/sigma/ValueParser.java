package io.zhidun.rules.sigma;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.zhidun.events.LogSource;
import io.zhidun.rules.atom.Atom;
import io.zhidun.rules.atom.CidrTest;
import io.zhidun.rules.atom.ExistsTest;
import io.zhidun.rules.atom.FieldTest;
import io.zhidun.rules.atom.Glob;
import io.zhidun.rules.atom.NullTest;
import io.zhidun.rules.atom.NumberTest;
import io.zhidun.rules.atom.PatternText;
import io.zhidun.rules.atom.RangeTest;
import io.zhidun.rules.atom.RegexTest;
import io.zhidun.rules.atom.Test;
import io.zhidun.rules.atom.TextTest;
import io.zhidun.rules.atom.TimePart;
import io.zhidun.rules.atom.TimePartTest;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** One value of a detection item, with the modifiers of its field, as an expression over atoms. */
final class ValueParser {
  private static final int LONGEST_NUMBER = 40;
  private static final Set<String> KEYWORD_MODIFIERS = Set.of("all", "contains", "cased", "expand");

  private final FaultList faults;

  private final Site site;
  private final LogSource logSource;

  ValueParser(FaultList faults, Site site, LogSource logSource) {
    this.faults = faults;
    this.site = site;
    this.logSource = logSource;
  }

  /** The expression, or null after a fault. */
  @Nullable Expression parse(Modifiers modifiers, Node node) {
    if (!(node instanceof ScalarNode scalar)) {
      faults.error(node, "a value of \"" + modifiers.field() + "\" must be a text, number or null");
      return null;
    }
    List<Expression> any = new ArrayList<>();
    try {
      for (ScalarNode one : expanded(modifiers, scalar)) {
        List<Test> tests = new ArrayList<>();
        tests(modifiers, one, tests);
        for (Test test : tests) {
          any.add(
              new Expression.Holds(
                  new Atom(modifiers.field(), modifiers.operator(), shown(one), test)));
        }
      }
    } catch (Placeholders.MissingPlaceholder e) {
      faults.unsupported(node, String.valueOf(e.getMessage()));
      return null;
    } catch (PatternSyntaxException e) {
      faults.unsupported(
          node, "regular expression is refused by linear-time matching: " + e.getMessage());
      return null;
    } catch (IllegalArgumentException e) {
      faults.error(node, String.valueOf(e.getMessage()));
      return null;
    }
    return any.size() == 1 ? any.get(0) : new Expression.Any(any);
  }

  /** The value itself, or with {@code expand} those that the site has for it. */
  private List<ScalarNode> expanded(Modifiers modifiers, ScalarNode scalar) {
    if (!modifiers.has("expand")) {
      return List.of(scalar);
    }
    return site.placeholders().expand(scalar.getValue()).stream()
        .map(
            value ->
                new ScalarNode(
                    Tag.STR,
                    value,
                    scalar.getStartMark(),
                    scalar.getEndMark(),
                    scalar.getScalarStyle()))
        .toList();
  }

  private static String shown(ScalarNode scalar) {
    return scalar.getTag().equals(Tag.NULL) ? "null" : scalar.getValue();
  }

  private void tests(Modifiers modifiers, ScalarNode scalar, List<Test> tests) {
    String value = scalar.getValue();
    if (modifiers.field().isEmpty()) {
      requireKeyword(modifiers, scalar);
      tests.add(text(modifiers, value, PatternText.Anchor.ANYWHERE));
    } else if (scalar.getTag().equals(Tag.NULL)) {
      requirePlain(modifiers);
      tests.add(new NullTest());
    } else if (modifiers.has("exists")) {
      tests.add(new ExistsTest(bool(value)));
    } else if (modifiers.has("re")) {
      tests.add(new RegexTest(value, flags(modifiers)));
    } else if (modifiers.has("cidr")) {
      tests.add(CidrTest.of(value));
    } else if (modifiers.has("fieldref")) {
      tests.add(new FieldTest(referred(value), anchor(modifiers)));
    } else if (modifiers.timePart().isPresent()) {
      tests.add(timePart(modifiers, modifiers.timePart().get(), value));
    } else if (comparison(modifiers) != null) {
      tests.add(range(modifiers, value));
    } else if (Encodings.applies(modifiers)) {
      encoded(modifiers, value, tests);
    } else {
      tests.add(plain(modifiers, scalar));
    }
  }

  private String referred(String field) {
    if (field.isEmpty()) {
      throw new IllegalArgumentException("fieldref takes the name of a field");
    }
    return site.fields().name(field, logSource);
  }

  private static void requireKeyword(Modifiers modifiers, ScalarNode scalar) {
    for (String name : modifiers.names()) {
      if (!KEYWORD_MODIFIERS.contains(name)) {
        throw new IllegalArgumentException(
            "modifier \"" + name + "\" needs a field, keywords have none");
      }
    }
    if (scalar.getTag().equals(Tag.NULL) || scalar.getValue().isEmpty()) {
      throw new IllegalArgumentException("a keyword must not be empty");
    }
  }

  private static void requirePlain(Modifiers modifiers) {
    if (modifiers.names().stream().anyMatch(name -> !name.equals("neq"))) {
      throw new IllegalArgumentException("null goes with no modifier but neq");
    }
  }

  private static Test plain(Modifiers modifiers, ScalarNode scalar) {
    boolean number = scalar.getTag().equals(Tag.INT) || scalar.getTag().equals(Tag.FLOAT);
    boolean whole = modifiers.names().stream().allMatch(name -> name.equals("neq"));
    BigDecimal value = number && whole ? yamlNumber(scalar.getValue()) : null;
    return value == null
        ? text(modifiers, scalar.getValue(), anchor(modifiers))
        : new NumberTest(value);
  }

  private static TextTest text(Modifiers modifiers, String value, PatternText.Anchor anchor) {
    PatternText pattern = PatternText.read(value, false);
    return new TextTest(pattern.glob(anchor, modifiers.has("cased"), modifiers.has("windash")));
  }

  private static void encoded(Modifiers modifiers, String value, List<Test> tests) {
    PatternText pattern = PatternText.read(value, false);
    if (pattern.hasWildcard()) {
      throw new IllegalArgumentException(
          "\"" + value + "\" has a wildcard, which no encoded form can have");
    }
    for (String form : Encodings.forms(pattern.literal(), modifiers)) {
      Glob glob =
          PatternText.read(form, true).glob(anchor(modifiers), modifiers.has("cased"), false);
      tests.add(new TextTest(glob));
    }
  }

  private static PatternText.Anchor anchor(Modifiers modifiers) {
    if (modifiers.has("contains")) {
      return PatternText.Anchor.ANYWHERE;
    }
    if (modifiers.has("startswith")) {
      return PatternText.Anchor.START;
    }
    return modifiers.has("endswith") ? PatternText.Anchor.END : PatternText.Anchor.WHOLE;
  }

  private static int flags(Modifiers modifiers) {
    return (modifiers.has("i") ? Pattern.CASE_INSENSITIVE : 0)
        | (modifiers.has("m") ? Pattern.MULTILINE : 0)
        | (modifiers.has("s") ? Pattern.DOTALL : 0);
  }

  private static boolean bool(String value) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "on" -> true;
      case "false", "no", "off" -> false;
      default ->
          throw new IllegalArgumentException("exists takes true or false, not \"" + value + "\"");
    };
  }

  private static RangeTest.@Nullable Comparison comparison(Modifiers modifiers) {
    for (RangeTest.Comparison comparison : RangeTest.Comparison.values()) {
      if (modifiers.has(comparison.name().toLowerCase(Locale.ROOT))) {
        return comparison;
      }
    }
    return null;
  }

  private static RangeTest range(Modifiers modifiers, String value) {
    BigDecimal bound = yamlNumber(value);
    RangeTest.Comparison comparison = comparison(modifiers);
    if (bound == null || comparison == null) {
      throw new IllegalArgumentException(
          modifiers.operator() + " takes a number, not \"" + value + "\"");
    }
    return new RangeTest(comparison, bound);
  }

  private static TimePartTest timePart(Modifiers modifiers, TimePart part, String value) {
    BigDecimal bound = yamlNumber(value);
    RangeTest.Comparison comparison = comparison(modifiers);
    boolean met =
        bound != null
            && bound.compareTo(BigDecimal.valueOf(part.least())) >= 0
            && bound.compareTo(BigDecimal.valueOf(part.most())) <= 0;
    if (bound == null || !met && comparison == null) {
      throw new IllegalArgumentException(
          "%s takes a number from %d to %d, not \"%s\""
              .formatted(part.label(), part.least(), part.most(), value));
    }
    return new TimePartTest(part, comparison, bound);
  }

  /** A number as YAML 1.1 writes it, or null. */
  static @Nullable BigDecimal yamlNumber(String value) {
    String digits = value.replace("_", "");
    if (digits.length() > LONGEST_NUMBER) {
      return null;
    }
    try {
      if (digits.startsWith("0x")) {
        return new BigDecimal(new java.math.BigInteger(digits.substring(2), 16));
      }
      if (digits.matches("0[0-7]+")) {
        return new BigDecimal(new java.math.BigInteger(digits, 8));
      }
      return new BigDecimal(digits);
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
