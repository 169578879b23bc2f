package io.zhidun.service.filingcase;

import io.zhidun.service.filingcase.CaseTrail.Act;
import io.zhidun.service.filingcase.IndicationRepository.Indicated;
import io.zhidun.service.store.Micros;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gathers indications: each opens the case of its subject and register or belongs to it. Takes part
 * in the caller's transaction if there is one.
 */
@Service
class CaseBook {
  private final CaseCounter counter;
  private final CaseRepository cases;
  private final IndicationRepository indications;
  private final CaseNews news;
  private final TransactionOperations transaction;
  private final Clock clock;

  CaseBook(
      CaseCounter counter,
      CaseRepository cases,
      IndicationRepository indications,
      CaseNews news,
      TransactionOperations transaction,
      Clock clock) {
    this.counter = counter;
    this.cases = cases;
    this.indications = indications;
    this.news = news;
    this.transaction = transaction;
    this.clock = clock;
  }

  /** Enters indications in their order; the same again changes nothing. */
  Entered accept(List<IncomingIndication> incoming) {
    return transaction.execute(status -> enter(incoming));
  }

  private Entered enter(List<IncomingIndication> incoming) {
    long last = counter.lock();
    Map<String, IncomingIndication> latest = new LinkedHashMap<>();
    incoming.forEach(
        one -> {
          latest.remove(one.id());
          latest.put(one.id(), one);
        });
    Map<String, String> known = indications.digests(latest.keySet());
    List<IncomingIndication> news =
        latest.values().stream().filter(one -> !one.digest().equals(known.get(one.id()))).toList();
    if (news.isEmpty()) {
      return new Entered(0, incoming.size());
    }
    Batch batch = new Batch(last, cases.find(keys(news)), Micros.of(clock.instant()));
    // Rows of new cases must be there before what refers to them.
    news.forEach(batch::caseOf);
    cases.save(batch.opened, List.of());
    news.forEach(one -> add(batch.caseOf(one), one, known.containsKey(one.id()), batch.now));
    batch.touched().forEach(one -> conclude(one, batch));
    cases.save(List.of(), batch.touched());
    counter.save(batch.last);
    this.news.changed(batch.touched());
    return new Entered(news.size(), incoming.size() - news.size());
  }

  private static Set<String> keys(Collection<IncomingIndication> incoming) {
    Set<String> keys = new LinkedHashSet<>();
    incoming.forEach(one -> keys.add(one.subject().caseKey(one.register())));
    return keys;
  }

  private void add(FilingCase of, IncomingIndication one, boolean replaces, long now) {
    of.subject = one.subject();
    indications.save(of.id, one, replaces, now);
    cases.addFilings(of.id, one.filings());
    if (!one.members().isEmpty()) {
      cases.replaceMembers(of.id, one.members());
    }
  }

  /** Computes the case anew from all its indications, and says what is new about it. */
  private void conclude(FilingCase of, Batch batch) {
    List<Indicated> all = counted(of);
    @Nullable Tier before = of.tier;
    List<String> kindsBefore = of.kinds;
    of.tier = all.stream().map(Indicated::tier).max(Tier::compareTo).orElse(null);
    of.scoreMillionths = all.stream().mapToLong(Indicated::scoreMillionths).max().orElse(0);
    of.kinds = all.stream().map(Indicated::kind).distinct().toList();
    of.lastSignalAt = all.stream().mapToLong(Indicated::last).max().orElse(of.lastSignalAt);
    long counted = all.stream().mapToLong(Indicated::filings).max().orElse(0);
    of.filingCount = Math.max(counted, cases.addFilings(of.id, List.of()));
    of.memberCount = all.stream().mapToLong(Indicated::members).max().orElse(of.memberCount);
    of.describe(cases.members(of.id));
    of.updatedAt = batch.now;
    if (batch.opened.contains(of)) {
      of.newTrail.add(
          new CaseTrail(
              batch.now,
              FilingCase.SYSTEM,
              Act.OPENED,
              null,
              CaseState.PENDING,
              "",
              CaseDetails.indicated(of.kinds, of.tier)));
      closeUnfounded(of, batch.now);
      return;
    }
    closeUnfounded(of, batch.now);
    List<String> added = of.kinds.stream().filter(kind -> !kindsBefore.contains(kind)).toList();
    boolean higher = Tier.column(of.tier) > Tier.column(before);
    if (!added.isEmpty() || higher) {
      String details = CaseDetails.indicated(added, higher ? of.tier : null);
      if (of.state.closed()) {
        of.move(CaseState.PENDING, FilingCase.SYSTEM, Act.REOPENED, "", details, batch.now);
      } else {
        of.say(FilingCase.SYSTEM, Act.INDICATED, "", details, batch.now);
      }
    }
  }

  /**
   * What is indicated of a case. What was taken back, which is said with score 0, still belongs to
   * a case that somebody works on or has decided.
   */
  private List<Indicated> counted(FilingCase of) {
    List<Indicated> all = indications.ofCase(of.id);
    boolean takenBack = of.state.closed() && of.tier == null;
    return untouched(of) || takenBack
        ? all.stream().filter(one -> one.scoreMillionths() > 0).toList()
        : all;
  }

  private static boolean untouched(FilingCase of) {
    return of.state == CaseState.PENDING && of.assignee == null;
  }

  /** Nobody needs to look at what nothing indicates any more. */
  private static void closeUnfounded(FilingCase of, long now) {
    if (of.tier == null && untouched(of) && of.origin.equals(FilingCase.INDICATION)) {
      String details = CaseTrail.NO_DETAILS;
      of.move(CaseState.DISMISSED, FilingCase.SYSTEM, Act.TAKEN_BACK, "", details, now);
    }
  }

  /**
   * What became of a batch.
   *
   * @param changed indications that were new or said something new
   * @param duplicates indications that said what was there
   */
  record Entered(int changed, int duplicates) {}

  /** Cases that a batch is about; opens those that are missing. */
  private static final class Batch {
    private final Map<String, FilingCase> byKey;
    private final List<FilingCase> opened = new ArrayList<>();
    private final Set<FilingCase> touched = new LinkedHashSet<>();
    private final long now;
    private long last;

    Batch(long last, Map<String, FilingCase> known, long now) {
      this.last = last;
      this.byKey = new LinkedHashMap<>(known);
      this.now = now;
    }

    FilingCase caseOf(IncomingIndication one) {
      FilingCase found =
          byKey.computeIfAbsent(
              one.subject().caseKey(one.register()),
              key -> {
                FilingCase fresh =
                    new FilingCase(
                        ++last,
                        FilingCase.number(last, Micros.instant(now)),
                        key,
                        one.subject(),
                        one.register(),
                        FilingCase.INDICATION,
                        now);
                opened.add(fresh);
                return fresh;
              });
      touched.add(found);
      return found;
    }

    Set<FilingCase> touched() {
      return touched;
    }
  }
}
