package io.zhidun.rules.filings.mark;

import io.zhidun.rules.filings.record.ChangeKind;
import io.zhidun.rules.filings.record.FilingChange;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.Evidence;
import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code file-and-sell}: within 36 months an applicant sells, or offers for sale, a large part of
 * its marks to many who have nothing to do with each other. The window is {@code 36m}.
 *
 * <p>Transfers to declared related parties and marks that all go to one assignee are a group in
 * motion and do not count. Only marks in the {@link MarkBook} count, filed by the one who sells.
 * Keeps the last {@link #MOST_EACH} of an applicant and the {@link #MOST_SELLERS} that sold last.
 */
final class FileAndSellDetector implements Detector {

  static final String CODE = "file-and-sell";
  static final int LEAST_SALES = 5;
  static final int LEAST_ASSIGNEES = 3;
  static final int MOST_EACH = 1_000;
  static final int MOST_SELLERS = 200_000;

  private static final double LEAST_RATIO = 0.3;
  private static final double LEAST_ENTROPY = 0.6;

  /**
   * @param buyer key, or empty where it was only offered
   * @param days from registration, or from filing where that is unknown
   */
  private record Sale(String application, String buyer, Instant time, int days) {}

  private final MarkMemory memory;
  private final LinkedHashMap<String, Map<String, Sale>> bySeller = new LinkedHashMap<>();

  FileAndSellDetector(MarkMemory memory) {
    this.memory = memory;
  }

  @Override
  public void see(FilingRecord record, SignalSink signals) {
    memory.see(record);
    if (!(record instanceof FilingChange change)) {
      return;
    }
    boolean offered = change.kind() == ChangeKind.OFFERED_FOR_SALE;
    boolean sold = change.kind() == ChangeKind.ASSIGNMENT && !change.to().isEmpty();
    int mark = sold || offered ? memory.book.find(change.applicationNumber()) : MarkBook.NONE;
    Party seller = mark == MarkBook.NONE ? null : seller(change, mark);
    if (seller == null || memory.book.applicant(seller.key()) != memory.book.owner(mark)) {
      return;
    }
    String buyer = sold ? change.to().get(0).key() : "";
    if (!memory.kinship.related(seller.key(), buyer)) {
      add(change, seller, buyer, mark);
      judge(change, seller, memory.book.owner(mark), signals);
    }
  }

  /** Whom the change names, else who filed the mark. */
  private @Nullable Party seller(FilingChange change, int mark) {
    return change.from().isEmpty()
        ? memory.book.applicants().party(memory.book.owner(mark))
        : change.from().get(0);
  }

  /** An offer is replaced by the sale that follows it. */
  private void add(FilingChange change, Party seller, String buyer, int mark) {
    Map<String, Sale> known = bySeller.remove(seller.key());
    Map<String, Sale> sales = known == null ? new LinkedHashMap<>() : known;
    bySeller.put(seller.key(), sales);
    int since = memory.book.grantedDay(mark);
    int days = Months.day(change.time()) - (since == 0 ? memory.book.day(mark) : since);
    String application = change.applicationNumber();
    Sale before = sales.get(application);
    if (before == null || before.buyer().isEmpty()) {
      sales.remove(application);
      sales.put(application, new Sale(application, buyer, change.time(), Math.max(0, days)));
    }
    Instant oldest = Months.before(change.time(), MarkBook.MONTHS);
    Iterator<Sale> all = sales.values().iterator();
    while (all.hasNext()) {
      if (all.next().time().isBefore(oldest) || sales.size() > MOST_EACH) {
        all.remove();
      } else {
        break;
      }
    }
    if (bySeller.size() > MOST_SELLERS) {
      Iterator<String> quietest = bySeller.keySet().iterator();
      quietest.next();
      quietest.remove();
    }
  }

  private void judge(FilingChange change, Party seller, int owner, SignalSink signals) {
    Map<String, Sale> sales = bySeller.getOrDefault(seller.key(), Map.of());
    if (sales.size() < LEAST_SALES || !Steps.isDue(sales.size())) {
      return;
    }
    Map<String, Integer> buyers = new LinkedHashMap<>();
    int offered = 0;
    for (Sale sale : sales.values()) {
      if (sale.buyer().isEmpty()) {
        offered++;
      } else {
        buyers.merge(sale.buyer(), 1, Integer::sum);
      }
    }
    int filed = memory.book.applicants().all(owner);
    double ratio = Math.min(1, (double) sales.size() / Math.max(1, filed));
    double entropy = entropy(buyers, sales.size() - offered);
    boolean spread = buyers.size() >= LEAST_ASSIGNEES && entropy >= LEAST_ENTROPY;
    boolean onlyOffered = offered >= 2 * LEAST_SALES;
    if (ratio >= LEAST_RATIO && (spread || onlyOffered)) {
      Map<String, Object> numbers = new LinkedHashMap<>();
      numbers.put("filed", filed);
      numbers.put("sold", sales.size() - offered);
      numbers.put("offered", offered);
      numbers.put("assignees", buyers.size());
      numbers.put("ratio", Findings.round(ratio));
      numbers.put("entropy", Findings.round(entropy));
      numbers.put("medianDays", medianDays(sales));
      signals.accept(signal(change, seller, sales, ratio, spread ? entropy : 0.5, numbers));
    }
  }

  /** 0 where all go to one, 1 where each goes to another. */
  private static double entropy(Map<String, Integer> buyers, int sold) {
    if (sold < 2) {
      return 0;
    }
    double entropy = 0;
    for (int count : buyers.values()) {
      double share = (double) count / sold;
      entropy -= share * Math.log(share);
    }
    return entropy / Math.log(sold);
  }

  private static int medianDays(Map<String, Sale> sales) {
    int[] days = sales.values().stream().mapToInt(Sale::days).sorted().toArray();
    return days[days.length / 2];
  }

  private static Signal signal(
      FilingChange change,
      Party seller,
      Map<String, Sale> sales,
      double ratio,
      double spread,
      Map<String, Object> numbers) {
    List<Evidence> evidence = new ArrayList<>();
    Set<String> filings = new LinkedHashSet<>();
    for (Sale sale : sales.values()) {
      filings.add(sale.application());
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("application", sale.application());
      values.put(sale.buyer().isEmpty() ? "offered" : "sold", sale.time().toString());
      values.put("days", sale.days());
      if (!sale.buyer().isEmpty()) {
        values.put("assignee", sale.buyer());
      }
      evidence.add(new Evidence("mark-sale", values));
    }
    double count = 1 - Math.exp(-sales.size() / 12.0);
    return new Signal(
        CODE,
        SignalFamily.HISTORY,
        Findings.applicant(seller),
        MarkBook.MONTHS + "m",
        Findings.score((0.3 + 0.7 * count) * (0.5 + 0.5 * ratio) * (0.4 + 0.6 * spread)),
        sales.values().iterator().next().time(),
        change.time(),
        List.copyOf(filings),
        sales.size(),
        evidence,
        numbers);
  }
}
