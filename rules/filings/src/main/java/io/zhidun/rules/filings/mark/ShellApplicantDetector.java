package io.zhidun.rules.filings.mark;

import io.zhidun.rules.filings.record.Contact;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.record.Telemetry;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.Evidence;
import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import io.zhidun.rules.filings.signal.Subject;
import io.zhidun.rules.filings.signal.SubjectType;
import java.time.Duration;
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
 * {@code shell-applicant}: within 30 days one device, contact phone or account files for at least
 * five young organisations with hardly any employees, about one mark each. The subject is the
 * account of the last such filing, or where none is given what they share.
 *
 * <p>Young is up to 180 days since founding, by the register; an organisation whose founding day or
 * whose number of insured employees is unknown is not taken for a shell. An agency files for many
 * by trade, so at least half of all applicants that share the key must be shells. Keeps {@link
 * #MOST_EACH} filings a key and the {@link #MOST_KEYS} keys used last.
 */
final class ShellApplicantDetector implements Detector {

  static final String CODE = "shell-applicant";
  static final int LEAST_OWNERS = 5;
  static final int YOUNG_DAYS = 180;
  static final int FEW_INSURED = 2;
  static final int MOST_EACH = 500;
  static final int MOST_KEYS = 200_000;

  private static final Duration WINDOW = Duration.ofDays(30);
  private static final double MOST_MARKS_EACH = 2;
  private static final double LEAST_SHARE = 0.5;

  private record Seen(
      String application, Instant time, String owner, String name, String mark, boolean shell) {}

  private final MarkMemory memory;
  private final LinkedHashMap<String, List<Seen>> byKey = new LinkedHashMap<>();

  ShellApplicantDetector(MarkMemory memory) {
    this.memory = memory;
  }

  @Override
  public void see(FilingRecord record, SignalSink signals) {
    memory.see(record);
    boolean isNew = memory.book.added() != MarkBook.NONE;
    if (!isNew || !(record instanceof Filing filing) || filing.applicant() == null) {
      return;
    }
    Party applicant = filing.applicant();
    boolean shell = isShell(applicant, filing.time());
    Seen seen =
        new Seen(
            filing.applicationNumber(),
            filing.time(),
            applicant.key(),
            applicant.name(),
            Findings.shown(filing.title()),
            shell);
    Telemetry telemetry = filing.telemetry();
    Contact contact = filing.contact();
    keep("device", telemetry.device(), seen, filing, signals);
    keep("account", telemetry.account(), seen, filing, signals);
    if (contact != null && contact.phone() != null) {
      keep("phone", contact.phone().hash(), seen, filing, signals);
    }
  }

  private boolean isShell(Party applicant, Instant time) {
    Kinship.Entry entry = memory.kinship.organisation(applicant.key());
    if (entry == null || entry.founded() == Integer.MIN_VALUE) {
      return false;
    }
    int age = Months.day(time) - entry.founded();
    return age >= 0 && age <= YOUNG_DAYS && entry.insured() >= 0 && entry.insured() <= FEW_INSURED;
  }

  private void keep(
      String type, @Nullable String value, Seen seen, Filing filing, SignalSink signals) {
    if (value == null) {
      return;
    }
    String key = type + ":" + value;
    List<Seen> known = byKey.remove(key);
    List<Seen> list = known == null ? new ArrayList<>(2) : known;
    byKey.put(key, list);
    list.add(seen);
    Instant oldest = seen.time().minus(WINDOW);
    int drop = 0;
    while (list.get(drop).time().isBefore(oldest) || list.size() - drop > MOST_EACH) {
      drop++;
    }
    list.subList(0, drop).clear();
    if (byKey.size() > MOST_KEYS) {
      Iterator<String> quietest = byKey.keySet().iterator();
      quietest.next();
      quietest.remove();
    }
    if (seen.shell() && list.size() >= LEAST_OWNERS) {
      judge(type, value, list, filing, signals);
    }
  }

  private static void judge(
      String type, String value, List<Seen> list, Filing filing, SignalSink signals) {
    Map<String, Integer> shells = new LinkedHashMap<>();
    Set<String> others = new LinkedHashSet<>();
    for (Seen seen : list) {
      if (seen.shell()) {
        shells.merge(seen.owner(), 1, Integer::sum);
      } else {
        others.add(seen.owner());
      }
    }
    int marks = shells.values().stream().mapToInt(Integer::intValue).sum();
    double each = (double) marks / Math.max(1, shells.size());
    double share = (double) shells.size() / (shells.size() + others.size());
    if (shells.size() >= LEAST_OWNERS && each <= MOST_MARKS_EACH && share >= LEAST_SHARE) {
      signals.accept(signal(type, value, list, filing, shells.size(), each, share));
    }
  }

  private static Signal signal(
      String type,
      String value,
      List<Seen> list,
      Filing filing,
      int shells,
      double each,
      double share) {
    List<String> filings = new ArrayList<>();
    List<Evidence> evidence = new ArrayList<>();
    for (Seen seen : list) {
      if (seen.shell()) {
        filings.add(seen.application());
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("application", seen.application());
        values.put("applicant", seen.name());
        values.put("mark", seen.mark());
        values.put("filed", seen.time().toString());
        evidence.add(new Evidence("young-applicant", values));
      }
    }
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("applicants", shells);
    numbers.put("marks", filings.size());
    numbers.put("marksEach", Findings.round(each));
    numbers.put("share", Findings.round(share));
    numbers.put("shared", type);
    numbers.put("days", WINDOW.toDays());
    double count = 1 - Math.exp(-(shells - 2) / 4.0);
    return new Signal(
        CODE,
        SignalFamily.PROFILE,
        subject(type, value, filing),
        WINDOW.toDays() + "d/" + type,
        Findings.score((0.4 + 0.6 * count) * (0.6 + 0.4 * share)),
        list.get(0).time(),
        filing.time(),
        filings,
        filings.size(),
        evidence,
        numbers);
  }

  private static Subject subject(String type, String value, Filing filing) {
    String account = filing.telemetry().account();
    String key = account != null ? account : type + ":" + value;
    return new Subject(SubjectType.ACCOUNT, key, key);
  }
}
