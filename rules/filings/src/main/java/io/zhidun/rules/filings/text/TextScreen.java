package io.zhidun.rules.filings.text;

import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingChange;
import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.signal.SignalSink;
import java.util.List;

/** All that is found by comparing the texts of patent filings. */
public final class TextScreen {

  private final PatentMemory memory = new PatentMemory();
  private final List<TextDetector> detectors =
      List.of(
          new CopiedText(),
          new ChangedTitle(),
          new CopiedBySameHand(),
          new RepeatedOwnText(),
          new ResubmittedText(),
          new SplicedText(),
          new ReplacedNouns(),
          new OddText(),
          new HeavyClaims());

  /** Sees one record; records come in order of (time, id). */
  public void see(Digest digest, SignalSink signals) {
    if (digest.record() instanceof Filing filing && digest.imprint() != null) {
      see(filing, digest.imprint(), signals);
    } else if (digest.record() instanceof FilingChange change) {
      see(change);
    }
  }

  /** Patent filings held. */
  public int size() {
    return memory.size();
  }

  /** Texts that would have been compared had there been no limit. */
  public long overflowed() {
    return memory.overflowed();
  }

  private void see(Filing filing, Imprint imprint, SignalSink signals) {
    Party applicant = filing.applicant();
    if (applicant == null || memory.byNumber(filing.applicationNumber()) != null) {
      return;
    }
    HeldFiling held = new HeldFiling(filing, applicant, imprint);
    List<Match> matches =
        memory.matches(held).stream().filter(match -> !match.other().sharesFamily(held)).toList();
    Arrival arrival = new Arrival(held, matches, memory);
    for (TextDetector detector : detectors) {
      detector.see(arrival, signals);
    }
    memory.add(held);
  }

  private void see(FilingChange change) {
    HeldFiling held = memory.byNumber(change.applicationNumber());
    if (held == null) {
      return;
    }
    switch (change.kind()) {
      case NOTICE -> held.noticed = true;
      case WITHDRAWAL, DEEMED_WITHDRAWAL -> held.withdrawn = true;
      default -> {
        // Nothing else changes how a text is compared.
      }
    }
  }
}
