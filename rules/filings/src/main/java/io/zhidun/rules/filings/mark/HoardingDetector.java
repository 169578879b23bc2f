package io.zhidun.rules.filings.mark;

import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.Evidence;
import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code mark-hoarding}: more marks than a business of that size needs, in many classes, that do
 * not belong together.
 *
 * <p>Tiers: more than 150 live or pending in 36 months, with those of declared related parties
 * (window {@code 36m}); more than 50 on one day (window the day); more than all but one in a
 * thousand of the applicants hold, at least 30 (window {@code 36m}). A firm with many insured
 * employees may hold one mark more for each five. Marks that belong together, one mark in many
 * classes or a series, are no hoard. The class is not set against the applicant's industry.
 */
final class HoardingDetector implements Detector {

  static final String CODE = "mark-hoarding";
  static final int SOFT = 150;
  static final int BURST = 50;
  static final int LEAST = 30;
  static final double LEAST_DIVERSITY = 0.2;

  private static final double PEERS = 0.999;
  private static final int LEAST_PEERS = 2_000;
  private static final int EMPLOYEES_A_MARK = 5;
  private static final int QUARTER = 90;

  private final MarkMemory memory;
  private final PortfolioWalk walk;

  HoardingDetector(MarkMemory memory) {
    this.memory = memory;
    walk = new PortfolioWalk(memory.book);
  }

  @Override
  public void see(FilingRecord record, SignalSink signals) {
    memory.see(record);
    int mark = memory.book.added();
    if (mark == MarkBook.NONE || !(record instanceof Filing filing) || filing.applicant() == null) {
      return;
    }
    Party applicant = filing.applicant();
    int owner = memory.book.owner(mark);
    int today = memory.book.applicants().onLastDay(owner);
    if (today > BURST && Steps.isDue(today)) {
      burst(filing, applicant, owner, today, signals);
    }
    int live = memory.book.applicants().live(owner);
    if (live >= LEAST && Steps.isDue(live)) {
      stock(filing, applicant, owner, live, signals);
    }
  }

  private void burst(Filing filing, Party applicant, int owner, int today, SignalSink signals) {
    int day = Months.day(filing.time());
    walk.over(owner, day);
    if (walk.coherence().diversity() < LEAST_DIVERSITY) {
      return;
    }
    double count = 1 - Math.exp(-today / 60.0);
    Map<String, Object> numbers = numbers("burst", today, BURST);
    signals.accept(
        signal(filing, applicant, LocalDate.ofEpochDay(day).toString(), count, today, numbers));
  }

  private void stock(Filing filing, Party applicant, int owner, int live, SignalSink signals) {
    int related = relatedMarks(applicant);
    int allowed = SOFT + employees(applicant) / EMPLOYEES_A_MARK;
    Sizes sizes = memory.book.applicants().sizes();
    boolean peers = sizes.total() >= LEAST_PEERS && live > sizes.quantile(PEERS);
    boolean soft = live + related > allowed;
    if (!soft && !(peers && allowed == SOFT)) {
      return;
    }
    walk.over(owner, 0);
    if (walk.coherence().diversity() < LEAST_DIVERSITY) {
      return;
    }
    Map<String, Object> numbers =
        numbers(soft ? "stock" : "peers", live, soft ? allowed : sizes.quantile(PEERS));
    numbers.put("related", related);
    numbers.put("lastQuarter", lastQuarter(owner, Months.day(filing.time())));
    double count = 1 - Math.exp(-(live + related) / (soft ? 200.0 : 80.0));
    signals.accept(signal(filing, applicant, MarkBook.MONTHS + "m", count, live, numbers));
  }

  private Map<String, Object> numbers(String tier, int marks, int limit) {
    Coherence coherence = walk.coherence();
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("tier", tier);
    numbers.put("marks", marks);
    numbers.put("limit", limit);
    numbers.put("classes", coherence.classes());
    numbers.put("different", coherence.distinct());
    numbers.put("unrelated", coherence.unrelated());
    numbers.put("diversity", Findings.round(coherence.diversity()));
    return numbers;
  }

  private Signal signal(
      Filing filing,
      Party applicant,
      String window,
      double count,
      int marks,
      Map<String, Object> numbers) {
    Coherence coherence = walk.coherence();
    double spread = 0.7 + 0.3 * Math.min(1, coherence.classes() / 10.0);
    double apart = Math.min(1, 0.4 + 0.75 * coherence.diversity());
    Map<String, Object> values = new LinkedHashMap<>(numbers);
    values.put("lookedAt", coherence.marks());
    values.put("examples", List.copyOf(walk.examples()));
    Instant first = LocalDate.ofEpochDay(walk.firstDay()).atStartOfDay(Months.CHINA).toInstant();
    return new Signal(
        CODE,
        SignalFamily.RATE,
        Findings.applicant(applicant),
        window,
        Findings.score(count * spread * apart),
        first.isAfter(filing.time()) ? filing.time() : first,
        filing.time(),
        walk.filings(),
        marks,
        List.of(new Evidence("mark-portfolio", values)),
        numbers);
  }

  private int lastQuarter(int owner, int day) {
    int count = 0;
    int mark = memory.book.applicants().newest(owner);
    while (mark != MarkBook.NONE && memory.book.day(mark) > day - QUARTER && count < 10_000) {
      count++;
      mark = memory.book.previous(mark);
    }
    return count;
  }

  private int relatedMarks(Party applicant) {
    int marks = 0;
    for (String code : memory.kinship.relatedTo(applicant.key())) {
      int related = memory.book.applicant(code);
      marks += related == MarkBook.NONE ? 0 : memory.book.applicants().live(related);
    }
    return marks;
  }

  private int employees(Party applicant) {
    Kinship.Entry entry = memory.kinship.organisation(applicant.key());
    return entry == null ? 0 : Math.max(0, entry.insured());
  }
}
