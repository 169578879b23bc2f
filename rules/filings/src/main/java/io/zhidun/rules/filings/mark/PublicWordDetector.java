package io.zhidun.rules.filings.mark;

import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.Mark;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.record.PartyKind;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.Evidence;
import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code public-resource-word}: marks made of words of the dated lists in {@link PublicWords}.
 *
 * <p>For some lists one filing is enough (window: the application number); for the others one
 * applicant's filings of 36 months add up (window: the list and {@code /36m}). Public bodies may
 * use such words, and a firm may use the place or the mountain that stands in its own name. Keeps
 * the last {@link #MOST_EACH} hits of an applicant and the {@link #MOST_APPLICANTS} that had one
 * last.
 */
final class PublicWordDetector implements Detector {

  static final String CODE = "public-resource-word";
  static final int MONTHS = 36;
  static final int MOST_EACH = 256;
  static final int MOST_APPLICANTS = 200_000;

  private record Hit(
      PublicWordList list, PublicWord word, String application, String mark, Instant time) {}

  private final MarkMemory memory;
  private final List<PublicWordList> listOf = new ArrayList<>();
  private final List<PublicWord> words = new ArrayList<>();
  private final WordAutomaton automaton;
  private final LinkedHashMap<String, List<Hit>> byApplicant = new LinkedHashMap<>();

  PublicWordDetector(MarkMemory memory, PublicWords lists) {
    this.memory = memory;
    for (PublicWordList list : lists.lists()) {
      for (PublicWord word : list.words()) {
        listOf.add(list);
        words.add(word);
      }
    }
    automaton = new WordAutomaton(words.stream().map(PublicWord::folded).toList());
  }

  @Override
  public void see(FilingRecord record, SignalSink signals) {
    memory.see(record);
    boolean isNew = memory.book.added() != MarkBook.NONE;
    if (isNew && record instanceof Filing filing && filing.mark() != null) {
      Party applicant = filing.applicant();
      if (applicant != null && applicant.kind() != PartyKind.GOVERNMENT) {
        look(filing, filing.mark(), applicant, signals);
      }
    }
  }

  private void look(Filing filing, Mark mark, Party applicant, SignalSink signals) {
    String text = MarkText.of(mark.text()).folded();
    long classes = NiceClasses.bits(mark.niceClasses());
    String shown = Findings.shown(mark.text());
    Map<PublicWordList, Hit> hits = new LinkedHashMap<>();
    automaton.find(
        text,
        at -> {
          PublicWord word = words.get(at);
          PublicWordList list = listOf.get(at);
          boolean enough = word.folded().length() >= list.share() * text.length();
          boolean own = !list.oneIsEnough() && applicant.name().contains(word.text());
          if (enough && !own && word.counts(filing.filingDate(), classes, text)) {
            Hit hit = new Hit(list, word, filing.applicationNumber(), shown, filing.time());
            hits.merge(
                list,
                hit,
                (a, b) -> a.word().folded().length() >= b.word().folded().length() ? a : b);
          }
        });
    for (Hit hit : hits.values()) {
      List<Hit> all = keep(applicant, hit);
      if (all.size() >= hit.list().filings()) {
        signals.accept(signal(applicant, hit, all));
      }
    }
  }

  /** The applicant's hits on the same list within the time, this one last. */
  private List<Hit> keep(Party applicant, Hit hit) {
    List<Hit> known = byApplicant.remove(applicant.key());
    List<Hit> list = known == null ? new ArrayList<>(2) : known;
    byApplicant.put(applicant.key(), list);
    list.add(hit);
    Instant oldest = Months.before(hit.time(), MONTHS);
    while (list.size() > MOST_EACH || list.get(0).time().isBefore(oldest)) {
      list.remove(0);
    }
    if (byApplicant.size() > MOST_APPLICANTS) {
      Iterator<String> quietest = byApplicant.keySet().iterator();
      quietest.next();
      quietest.remove();
    }
    return list.stream().filter(other -> other.list() == hit.list()).toList();
  }

  private static Signal signal(Party applicant, Hit last, List<Hit> all) {
    PublicWordList list = last.list();
    boolean one = list.oneIsEnough();
    List<Evidence> evidence = new ArrayList<>();
    for (Hit hit : one ? List.of(last) : all) {
      evidence.add(evidence(hit));
    }
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("list", list.id());
    numbers.put("listZh", list.nameZh());
    numbers.put("listEn", list.nameEn());
    numbers.put("word", last.word().text());
    numbers.put("mark", last.mark());
    if (!last.word().from().equals(LocalDate.MIN)) {
      numbers.put("from", last.word().from().toString());
    }
    numbers.put("filings", all.size());
    double more = 1 - Math.exp(-(all.size() - list.filings()) / 5.0);
    return new Signal(
        CODE,
        SignalFamily.MARK,
        Findings.applicant(applicant),
        one ? last.application() : list.id() + "/" + MONTHS + "m",
        Findings.score(one ? 0.65 + 0.25 * more : 0.35 + 0.5 * more),
        one ? last.time() : all.get(0).time(),
        last.time(),
        one ? List.of(last.application()) : all.stream().map(Hit::application).toList(),
        one ? 1 : all.size(),
        evidence,
        numbers);
  }

  private static Evidence evidence(Hit hit) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("application", hit.application());
    values.put("mark", hit.mark());
    values.put("list", hit.list().id());
    values.put("word", hit.word().text());
    if (!hit.word().from().equals(LocalDate.MIN)) {
      values.put("from", hit.word().from().toString());
    }
    values.put("filed", hit.time().toString());
    return new Evidence("public-word", values);
  }
}
