package io.zhidun.rules.filings.screen;

import io.zhidun.rules.filings.behave.BehaviourDetectors;
import io.zhidun.rules.filings.judge.FilingJudge;
import io.zhidun.rules.filings.judge.FilingRules;
import io.zhidun.rules.filings.judge.Groups;
import io.zhidun.rules.filings.judge.IndicationSink;
import io.zhidun.rules.filings.mark.MarkDetectors;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingAction;
import io.zhidun.rules.filings.record.FilingChange;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.signal.SignalSink;
import io.zhidun.rules.filings.text.Digest;
import io.zhidun.rules.filings.text.TextScreen;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All detectors and the judge over one stream of records in the order of (time, id). For one
 * thread. Deterministic: the same records in the same order give the same indications.
 */
public final class FilingScreen {

  private static final String PATENT = "patent";
  private static final String TRADEMARK = "trademark";

  private final TextScreen texts = new TextScreen();
  private final List<Detector> detectors;
  private final FilingJudge judge;
  private final @Nullable SignalSink listener;

  /**
   * A screen without memory of anything.
   *
   * @param detectors besides those of texts, asked before them in this order
   * @param listener is told each signal, for measurements; or null
   */
  public FilingScreen(
      FilingRules rules, Groups groups, List<Detector> detectors, @Nullable SignalSink listener) {
    this.detectors = List.copyOf(detectors);
    this.listener = listener;
    judge = new FilingJudge(rules, groups);
  }

  /** A screen with all detectors, without memory of anything. */
  public static FilingScreen shipped(FilingRules rules) {
    return shipped(rules, null);
  }

  /** The same, whose signals are told besides. */
  public static FilingScreen shipped(FilingRules rules, @Nullable SignalSink listener) {
    BehaviourDetectors behaviour = new BehaviourDetectors();
    List<Detector> detectors = new ArrayList<>();
    detectors.add(behaviour);
    detectors.addAll(MarkDetectors.all());
    return new FilingScreen(
        rules, new LinkedGroups(behaviour.links(), behaviour.ledger()), detectors, listener);
  }

  /** Sees one record and tells what it indicates. */
  public void see(Digest digest, IndicationSink indications) {
    String register = register(digest);
    SignalSink sink = signal -> pass(signal, register, indications);
    // Links first: what a text shows then counts for the group that its applicant has just joined.
    for (Detector detector : detectors) {
      detector.see(digest.record(), sink);
    }
    texts.see(digest, sink);
  }

  private void pass(Signal signal, String register, IndicationSink indications) {
    if (listener != null) {
      listener.accept(signal);
    }
    judge.see(signal, register, indications);
  }

  private static String register(Digest digest) {
    FilingRecord record = digest.record();
    if (record instanceof Filing filing) {
      return filing.kind().isPatent() ? PATENT : TRADEMARK;
    }
    String number =
        record instanceof FilingChange change
            ? change.applicationNumber()
            : record instanceof FilingAction action ? action.applicationNumber() : null;
    return number == null || isPatentNumber(number) ? PATENT : TRADEMARK;
  }

  /** Year, kind, seven digits and a check digit make a patent's; a trademark's is shorter. */
  private static boolean isPatentNumber(String number) {
    return number.length() >= 12 && (number.startsWith("20") || number.startsWith("19"));
  }
}
