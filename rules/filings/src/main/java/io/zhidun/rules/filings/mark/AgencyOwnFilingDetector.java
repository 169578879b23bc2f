package io.zhidun.rules.filings.mark;

import io.zhidun.rules.filings.record.EntityRecord;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.Licence;
import io.zhidun.rules.filings.record.Mark;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.record.PartyKind;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.Evidence;
import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import io.zhidun.rules.filings.signal.Subject;
import io.zhidun.rules.filings.signal.SubjectType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code agency-own-filing}: an agency, or a party declared related to one, files a mark for itself
 * in a class that is not of its services (by default 35, 42 and 45). The subject is the agency; the
 * window is the application number, and the score grows with the number of such filings.
 *
 * <p>Keeps the names and related parties of {@link Kinship#MOST} agencies as the register gave them
 * last.
 */
final class AgencyOwnFilingDetector implements Detector {

  static final String CODE = "agency-own-filing";

  private record Known(String code, String name, boolean itself) {}

  private final MarkMemory memory;
  private final long services;
  private final Map<String, Known> parties = new HashMap<>();
  private final Map<String, EntityRecord> agencies = new HashMap<>();
  private final Map<String, Integer> filed = new HashMap<>();

  /**
   * @param serviceClasses Nice classes in which an agency files for its own services
   */
  AgencyOwnFilingDetector(MarkMemory memory, List<Integer> serviceClasses) {
    this.memory = memory;
    services = NiceClasses.bits(serviceClasses);
  }

  @Override
  public void see(FilingRecord record, SignalSink signals) {
    memory.see(record);
    if (record instanceof EntityRecord entity && entity.licence() != null) {
      learn(entity, entity.licence());
    } else if (record instanceof Filing filing && memory.book.added() != MarkBook.NONE) {
      judge(filing, signals);
    }
  }

  private void learn(EntityRecord agency, Licence licence) {
    EntityRecord before = agencies.get(agency.code());
    if (before == null && agencies.size() >= Kinship.MOST) {
      return;
    }
    agencies.put(agency.code(), agency);
    if (before != null && before.licence() != null) {
      forget(before, before.licence());
    }
    parties.put(agency.code(), new Known(agency.code(), agency.name(), true));
    parties.put(agency.name(), new Known(agency.code(), agency.name(), true));
    for (String related : related(licence)) {
      parties.putIfAbsent(related, new Known(agency.code(), agency.name(), false));
    }
  }

  private void forget(EntityRecord agency, Licence licence) {
    parties.remove(agency.name());
    for (String related : related(licence)) {
      Known known = parties.get(related);
      if (known != null && known.code().equals(agency.code())) {
        parties.remove(related);
      }
    }
  }

  private static List<String> related(Licence licence) {
    List<String> all = licence.relatedParties();
    return all.subList(0, Math.min(Kinship.MOST_RELATED, all.size()));
  }

  private void judge(Filing filing, SignalSink signals) {
    Party applicant = filing.applicant();
    Mark mark = filing.mark();
    if (applicant == null || mark == null) {
      return;
    }
    long others = NiceClasses.bits(mark.niceClasses()) & ~services;
    Known agency = agency(applicant);
    if (agency != null && others != 0) {
      boolean room = filed.size() < Kinship.MOST || filed.containsKey(agency.code());
      int count = room ? filed.merge(agency.code(), 1, Integer::sum) : 1;
      signals.accept(signal(filing, mark, applicant, agency, others, count));
    }
  }

  private @Nullable Known agency(Party applicant) {
    Known byKey = parties.get(applicant.key());
    Known known = byKey == null ? parties.get(applicant.name()) : byKey;
    if (known == null && applicant.kind() == PartyKind.AGENCY) {
      return new Known(applicant.key(), applicant.name(), true);
    }
    return known;
  }

  private static Signal signal(
      Filing filing, Mark mark, Party applicant, Known agency, long others, int count) {
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("agency", agency.name());
    numbers.put("applicant", applicant.name());
    numbers.put("itself", agency.itself());
    numbers.put("mark", Findings.shown(mark.text()));
    numbers.put("classes", NiceClasses.list(others));
    numbers.put("filings", count);
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(new Evidence("agency-as-applicant", numbers));
    double kind = agency.itself() ? 0.7 : 0.5;
    return new Signal(
        CODE,
        SignalFamily.PROFILE,
        new Subject(SubjectType.AGENCY, agency.code(), agency.name()),
        filing.applicationNumber(),
        Findings.score(kind + 0.3 * (1 - Math.exp(-(count - 1) / 5.0))),
        filing.time(),
        filing.time(),
        List.of(filing.applicationNumber()),
        1,
        evidence,
        numbers);
  }
}
