package io.zhidun.rules.compliance.judge;

import io.zhidun.rules.compliance.check.Check;
import io.zhidun.rules.compliance.check.Checks;
import io.zhidun.rules.compliance.check.Unit;
import io.zhidun.rules.compliance.check.ValueDoc;
import io.zhidun.rules.compliance.record.Result;
import io.zhidun.rules.compliance.record.Texts;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** Says in Chinese and English what was found and what is asked. */
final class Wording {
  private static final int MOST_NAMED = 6;
  private static final int MOST_ENTRIES = 5;
  private static final int LONGEST_ENTRY = 80;

  private final Checks checks;

  Wording(Checks checks) {
    this.checks = checks;
  }

  Texts missing(Look look, String value) {
    Texts title = doc(look.check(), value).title();
    return switch (look.state()) {
      case ABSENT -> new Texts(title.zh() + "：没有证据", title.en() + ": no evidence");
      case STALE -> new Texts(title.zh() + "：证据已过期", title.en() + ": the evidence is stale");
      case FRESH -> new Texts(title.zh() + "：证据里没有这个数值", title.en() + ": not in the evidence");
    };
  }

  Texts compared(Look look, String value, Comparison comparison, double bound) {
    ValueDoc doc = doc(look.check(), value);
    Texts found = value(doc, look.values().getOrDefault(value, ""));
    Texts limit = comparison == Comparison.IS ? yesNo(bound != 0) : amount(doc.unit(), bound);
    return new Texts(
        doc.title().zh() + " " + found.zh() + "，" + comparison.words().zh() + " " + limit.zh(),
        doc.title().en() + " " + found.en() + ", " + comparison.words().en() + " " + limit.en());
  }

  /** Names what decided: what failed, else what is missing, else what holds. */
  Texts decided(Result result, List<Weighed> sorted) {
    if (sorted.isEmpty()) {
      return new Texts("没有规则判定此项", "no rule decides this requirement");
    }
    Weighed.Outcome outcome =
        switch (result) {
          case NOT_MET, PARTLY_MET -> Weighed.Outcome.FAILED;
          case NO_EVIDENCE -> Weighed.Outcome.MISSING;
          case MET, NOT_APPLICABLE, NOT_ASSESSED -> Weighed.Outcome.HELD;
        };
    List<Texts> words =
        sorted.stream()
            .filter(one -> one.outcome() == outcome)
            .map(Weighed::words)
            .distinct()
            .toList();
    return joined(words);
  }

  /** What was collected for an assessor. */
  Texts collected(List<Look> looks) {
    List<Texts> words = looks.stream().filter(Look::isFresh).map(this::summary).toList();
    if (!words.isEmpty()) {
      Texts all = joined(words);
      return new Texts("已收集，待测评人员判定：" + all.zh(), "collected, for an assessor: " + all.en());
    }
    boolean stale = looks.stream().anyMatch(look -> look.state() == Look.State.STALE);
    return stale
        ? new Texts("证据已过期，待重新收集", "the evidence is stale")
        : new Texts("平台没有收集到证据，待举证", "nothing was collected, evidence is asked for");
  }

  /** All values of a look. */
  Texts summary(Look look) {
    Check check = checks.find(look.check()).orElseThrow();
    List<Texts> words =
        check.values().values().stream()
            .filter(doc -> look.values().containsKey(doc.name()))
            .map(
                doc -> {
                  Texts found = value(doc, look.values().getOrDefault(doc.name(), ""));
                  return new Texts(
                      doc.title().zh() + " " + found.zh(), doc.title().en() + " " + found.en());
                })
            .toList();
    return joined(words);
  }

  private static Texts joined(List<Texts> words) {
    int named = Math.min(words.size(), MOST_NAMED);
    int more = words.size() - named;
    List<Texts> first = words.subList(0, named);
    return new Texts(
        first.stream().map(Texts::zh).collect(Collectors.joining("；"))
            + (more > 0 ? "；另有 " + more + " 项" : ""),
        first.stream().map(Texts::en).collect(Collectors.joining("; "))
            + (more > 0 ? "; and " + more + " more" : ""));
  }

  private static Texts value(ValueDoc doc, Object value) {
    if (value instanceof List<?> list) {
      return entries(list);
    }
    if (value instanceof Boolean yes) {
      return yesNo(yes);
    }
    if (value instanceof Number number) {
      return amount(doc.unit(), number.doubleValue());
    }
    return new Texts(String.valueOf(value), String.valueOf(value));
  }

  private static Texts entries(List<?> list) {
    if (list.isEmpty()) {
      return new Texts("0 个", "0");
    }
    String shown =
        list.stream().limit(MOST_ENTRIES).map(Wording::entry).collect(Collectors.joining(", "));
    String etc = list.size() > MOST_ENTRIES ? "…" : "";
    return new Texts(
        list.size() + " 个（" + shown + etc + "）", list.size() + " (" + shown + etc + ")");
  }

  private static String entry(Object entry) {
    String text = String.valueOf(entry);
    return text.length() > LONGEST_ENTRY ? text.substring(0, LONGEST_ENTRY) + "…" : text;
  }

  private static Texts yesNo(boolean yes) {
    return yes ? new Texts("是", "yes") : new Texts("否", "no");
  }

  private static Texts amount(Unit unit, double amount) {
    String number =
        BigDecimal.valueOf(amount)
            .setScale(2, RoundingMode.HALF_UP)
            .stripTrailingZeros()
            .toPlainString();
    return new Texts(unit(number, unit.name().zh()), unit(number, unit.name().en()));
  }

  private static String unit(String number, String name) {
    return name.isEmpty() ? number : number + " " + name;
  }

  private ValueDoc doc(String check, String value) {
    ValueDoc doc = checks.find(check).orElseThrow().values().get(value);
    if (doc == null) {
      throw new IllegalArgumentException("check " + check + " documents no value " + value);
    }
    return doc;
  }
}
