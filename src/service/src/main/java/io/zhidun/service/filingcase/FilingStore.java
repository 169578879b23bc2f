package io.zhidun.service.filingcase;

import io.zhidun.service.filingcase.Incoming.AChange;
import io.zhidun.service.filingcase.Incoming.AFiling;
import io.zhidun.service.filingcase.Incoming.AnAction;
import io.zhidun.service.store.Micros;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps what the topic of filings says. Everything has an id that is a function of its content, so
 * what comes again changes nothing. Takes part in the caller's transaction if there is one.
 */
@Service
class FilingStore {
  private final FilingRepository filings;
  private final CaseCounter counter;
  private final FilingCaseProperties properties;
  private final TransactionOperations transaction;
  private final RandomGenerator random;
  private final Clock clock;
  private volatile @Nullable SampleDraw draw;

  FilingStore(
      FilingRepository filings,
      CaseCounter counter,
      FilingCaseProperties properties,
      TransactionOperations transaction,
      RandomGenerator random,
      Clock clock) {
    this.filings = filings;
    this.counter = counter;
    this.properties = properties;
    this.transaction = transaction;
    this.random = random;
    this.clock = clock;
  }

  Stored store(List<? extends Incoming> records) {
    return transaction.execute(status -> keep(records));
  }

  private Stored keep(List<? extends Incoming> records) {
    Map<String, AFiling> latest = new LinkedHashMap<>();
    Map<String, AChange> changes = new LinkedHashMap<>();
    Map<String, AnAction> actions = new LinkedHashMap<>();
    int passedOver = 0;
    for (Incoming record : records) {
      if (record instanceof AFiling filing) {
        latest.put(filing.row().applicationNumber(), filing);
      } else if (record instanceof AChange change) {
        changes.put(change.id(), change);
      } else if (record instanceof AnAction action) {
        actions.put(action.id(), action);
      } else {
        passedOver++;
      }
    }
    int changed = keepFilings(latest) + filings.addChanges(changes) + filings.addActions(actions);
    return new Stored(changed, records.size() - passedOver - changed);
  }

  private int keepFilings(Map<String, AFiling> latest) {
    Map<String, String> known = filings.digests(latest.keySet());
    List<AFiling> added = new ArrayList<>();
    List<AFiling> updated = new ArrayList<>();
    latest.forEach(
        (number, filing) -> {
          String digest = known.get(number);
          if (digest == null) {
            added.add(filing);
          } else if (!digest.equals(filing.digest())) {
            updated.add(filing);
          }
        });
    if (!added.isEmpty()) {
      filings.insert(added, draw(), Micros.of(clock.instant()));
    }
    filings.update(updated);
    return added.size() + updated.size();
  }

  private SampleDraw draw() {
    SampleDraw known = draw;
    if (known != null) {
      return known;
    }
    Optional<byte[]> key = counter.sampleKey();
    if (key.isEmpty()) {
      // Not remembered: this transaction may yet be rolled back, and the key with it.
      return new SampleDraw(counter.makeSampleKey(random), properties.sampleShare());
    }
    SampleDraw found = new SampleDraw(key.get(), properties.sampleShare());
    draw = found;
    return found;
  }

  /**
   * What became of a batch.
   *
   * @param changed records that were new or said something new
   * @param duplicates records that said what was there
   */
  record Stored(int changed, int duplicates) {}
}
