package io.zhidun.service.filingcase;

import io.zhidun.service.filingcase.OutcomeRepository.Decided;
import io.zhidun.service.store.Micros;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * A month (of Beijing) in figures: what was opened and decided, how far each signal was right, and
 * how much the indications missed.
 */
@Repository
class MonthlyReport {
  private final JdbcClient jdbc;
  private final OutcomeRepository outcomes;
  private final IndicationRepository indications;
  private final FilingRepository filings;

  MonthlyReport(
      JdbcClient jdbc,
      OutcomeRepository outcomes,
      IndicationRepository indications,
      FilingRepository filings) {
    this.jdbc = jdbc;
    this.outcomes = outcomes;
    this.indications = indications;
    this.filings = filings;
  }

  Report of(YearMonth month) {
    long from = Micros.of(month.atDay(1).atStartOfDay(Wire.ZONE).toInstant());
    long to = Micros.of(month.plusMonths(1).atDay(1).atStartOfDay(Wire.ZONE).toInstant());
    List<Decided> decided = outcomes.between(from, to);
    return new Report(
        month.toString(),
        byKind(from, to, decided),
        bySignal(decided),
        sample(from, to),
        filings.submitted(from, to),
        count("opened_at >= ? and opened_at < ?", from, to));
  }

  private List<ByKind> byKind(long from, long to, List<Decided> decided) {
    Map<String, Counts> kinds = new TreeMap<>(Comparator.comparing(MonthlyReport::inOrder));
    each("opened_at >= ? and opened_at < ?", kinds, counts -> counts.opened++, from, to);
    each("withdrawn_at >= ? and withdrawn_at < ?", kinds, counts -> counts.withdrawn++, from, to);
    each(
        "opened_at < ? and (closed_at is null or closed_at >= ?)",
        kinds,
        counts -> counts.open++,
        to,
        to);
    for (Decided one : decided) {
      Counts counts = kinds.computeIfAbsent(one.kind(), kind -> new Counts());
      if (one.confirmed()) {
        counts.confirmed++;
      } else {
        counts.dismissed++;
      }
    }
    Map<String, String> examples = indications.examples();
    List<ByKind> rows = new ArrayList<>();
    kinds.forEach((kind, counts) -> rows.add(counts.row(kind, name(kind, examples))));
    return rows;
  }

  /** P2 before P10. */
  private static String inOrder(String kind) {
    return kind.charAt(0) + "%3s".formatted(kind.substring(1));
  }

  private void each(
      String condition,
      Map<String, Counts> kinds,
      Consumer<Counts> count,
      long first,
      long second) {
    jdbc.sql("select kinds from filing_case where " + condition)
        .params(first, second)
        .query(String.class)
        .list()
        .forEach(
            text ->
                CaseRows.list(text)
                    .forEach(kind -> count.accept(kinds.computeIfAbsent(kind, k -> new Counts()))));
  }

  private static Name name(String kind, Map<String, String> examples) {
    String example = examples.get(kind);
    if (example == null) {
      return new Name(kind, kind);
    }
    var name = Wire.object(example).path("kindName");
    return new Name(name.path("zh").asString(kind), name.path("en").asString(kind));
  }

  private static List<BySignal> bySignal(List<Decided> decided) {
    Map<String, long[]> codes = new TreeMap<>();
    for (Decided one : decided) {
      for (String code : one.signals()) {
        codes.computeIfAbsent(code, key -> new long[2])[one.confirmed() ? 0 : 1]++;
      }
    }
    List<BySignal> rows = new ArrayList<>();
    codes.forEach(
        (code, n) -> {
          Wilson precision = Wilson.of(n[0], n[0] + n[1]);
          rows.add(
              new BySignal(code, n[0], n[1], precision.share(), precision.low(), precision.high()));
        });
    return rows;
  }

  private Sample sample(long from, long to) {
    String drawn = "origin = 'sample' and opened_at >= ? and opened_at < ?";
    long all = count(drawn, from, to);
    long confirmed = count(drawn + " and state = 'confirmed'", from, to);
    long reviewed = confirmed + count(drawn + " and state = 'dismissed'", from, to);
    Wilson missed = Wilson.of(confirmed, reviewed);
    return new Sample(all, reviewed, confirmed, missed.share(), missed.low(), missed.high());
  }

  private long count(String condition, long first, long second) {
    return jdbc.sql("select count(*) from filing_case where " + condition)
        .params(first, second)
        .query(Long.class)
        .single();
  }

  private static final class Counts {
    private long opened;
    private long confirmed;
    private long dismissed;
    private long withdrawn;
    private long open;

    ByKind row(String kind, Name name) {
      return new ByKind(kind, name, opened, confirmed, dismissed, withdrawn, open);
    }
  }

  /**
   * What is answered.
   *
   * @param filings submitted in the month
   * @param cases opened in the month
   */
  record Report(
      String month,
      List<ByKind> byKind,
      List<BySignal> bySignal,
      Sample sample,
      long filings,
      long cases) {}

  /**
   * One kind; a case counts with each kind that it has.
   *
   * @param opened in the month
   * @param confirmed of the decisions in the month
   * @param withdrawn by the applicant or by default, in the month
   * @param open at its end
   */
  record ByKind(
      String kind,
      Name name,
      long opened,
      long confirmed,
      long dismissed,
      long withdrawn,
      long open) {}

  /** A kind in Chinese and in English. */
  record Name(String zh, String en) {}

  /**
   * How often a signal spoke for a kind that was confirmed or dismissed, with Wilson's interval.
   */
  record BySignal(
      String code,
      long confirmed,
      long dismissed,
      @Nullable Double precision,
      @Nullable Double low,
      @Nullable Double high) {}

  /** What was drawn in the month and what came of it so far, with Wilson's interval. */
  record Sample(
      long drawn,
      long reviewed,
      long confirmed,
      @Nullable Double missRate,
      @Nullable Double low,
      @Nullable Double high) {}
}
