package io.zhidun.rules.filings.judge;

import io.zhidun.rules.filings.signal.Signal;
import java.util.List;
import java.util.Map;

/** Puts what was found into sentences. */
final class Explanations {

  /** Sentences of one explanation; more would not be read. */
  private static final int MOST_SENTENCES = 6;

  private final FilingRules rules;

  Explanations(FilingRules rules) {
    this.rules = rules;
  }

  /** One sentence a signal, the heaviest first, behind what it is suspected to be. */
  Texts explain(String subject, Kind kind, List<Signal> signals) {
    StringBuilder zh = new StringBuilder(subject + "：疑似" + kind.name().zh() + "，待核实。");
    StringBuilder en =
        new StringBuilder(subject + ": suspected " + kind.name().en() + ", to be checked.");
    for (Signal signal : signals.subList(0, Math.min(MOST_SENTENCES, signals.size()))) {
      Texts sentence = rules.signal(signal.code()).sentence();
      zh.append(fill(sentence.zh(), signal.numbers()));
      en.append(' ').append(fill(sentence.en(), signal.numbers()));
    }
    return new Texts(zh.toString(), en.toString());
  }

  /**
   * Puts numbers for names in braces: {@code {name}}; {@code {name%}} as a percentage; {@code
   * {name|one|many}} with the word that suits. Unknown ones become a dash.
   */
  static String fill(String template, Map<String, Object> numbers) {
    StringBuilder filled = new StringBuilder();
    int at = 0;
    while (at < template.length()) {
      int open = template.indexOf('{', at);
      int close = open < 0 ? -1 : template.indexOf('}', open);
      if (close < 0) {
        break;
      }
      filled.append(template, at, open);
      filled.append(filled(template.substring(open + 1, close), numbers));
      at = close + 1;
    }
    return filled.append(template, at, template.length()).toString();
  }

  private static String filled(String slot, Map<String, Object> numbers) {
    int bar = slot.indexOf('|');
    boolean percent = slot.endsWith("%");
    String name =
        bar > 0 ? slot.substring(0, bar) : slot.substring(0, slot.length() - (percent ? 1 : 0));
    Object value = numbers.get(name);
    if (value == null) {
      return "—";
    }
    if (bar < 0) {
      return percent ? percent(value) : plain(value);
    }
    int second = slot.indexOf('|', bar + 1);
    boolean one = plain(value).equals("1");
    return plain(value)
        + " "
        + (one ? slot.substring(bar + 1, second) : slot.substring(second + 1));
  }

  private static String percent(Object value) {
    return value instanceof Number number
        ? Math.round(100 * number.doubleValue()) + "%"
        : value.toString();
  }

  private static String plain(Object value) {
    if (value instanceof Double number) {
      double rounded = Math.round(number * 100) / 100.0;
      return rounded == Math.rint(rounded)
          ? String.valueOf((long) rounded)
          : String.valueOf(rounded);
    }
    return value.toString();
  }
}
