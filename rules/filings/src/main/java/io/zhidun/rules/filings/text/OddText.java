package io.zhidun.rules.filings.text;

import io.zhidun.rules.filings.signal.Bundle;
import io.zhidun.rules.filings.signal.Bundles;
import io.zhidun.rules.filings.signal.Evidence;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code odd-text}: descriptions that repeat themselves or never speak of what is claimed, more
 * than nearly all others do, in five filings of an applicant. It supports other signals and says
 * little alone: one in eight real abstracts looks machine-made to a naive model.
 */
final class OddText implements TextDetector {

  static final double TAIL = 0.98;
  static final long FEWEST_KNOWN = 2000;
  static final int FEWEST_FILINGS = 5;

  private final Bundles bundles = new Bundles();
  private final Shares repetitions = new Shares();
  private final Shares strangenesses = new Shares();

  @Override
  public void see(Arrival arrival, SignalSink signals) {
    HeldFiling filing = arrival.filing();
    double repetition = repetitions.below(filing.imprint.repetition());
    double strangeness = strangenesses.below(filing.imprint.strangeness());
    repetitions.add(filing.imprint.repetition());
    strangenesses.add(filing.imprint.strangeness());
    double oddity = Math.max(repetition, strangeness);
    if (repetitions.total() < FEWEST_KNOWN || oddity < TAIL) {
      return;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("filing", filing.number);
    values.put("repetition", Shown.rounded(filing.imprint.repetition()));
    values.put("strangeness", Shown.rounded(filing.imprint.strangeness()));
    values.put("percentile", Shown.rounded(100 * oddity));
    Bundle bundle = bundles.of(Shown.applicant(filing), filing.time());
    bundle.add(filing.number, filing.time(), oddity, new Evidence("odd-text", values));
    if (bundle.filingCount() >= FEWEST_FILINGS) {
      signals.accept(
          bundle.signal(
              "odd-text",
              SignalFamily.TEXT,
              0.5 + 0.1 * Math.min(5, bundle.filingCount() / 5.0),
              Map.of("filings", bundle.filingCount(), "percentile", Shown.rounded(100 * oddity))));
    }
  }
}
