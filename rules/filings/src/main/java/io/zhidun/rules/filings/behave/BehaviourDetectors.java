package io.zhidun.rules.filings.behave;

import io.zhidun.rules.filings.ledger.Ledger;
import io.zhidun.rules.filings.link.Links;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.SignalSink;
import java.util.List;

/**
 * All detectors of links and behaviour over one ledger, links first, as others ask them.
 *
 * <p>A filing whose number was seen before is passed over.
 */
public final class BehaviourDetectors implements Detector {

  private final Ledger ledger = new Ledger();
  private final Links links = new Links(ledger);
  private final List<Detector> detectors;

  public BehaviourDetectors() {
    this(RobotFiling.BATCH_CLIENTS);
  }

  /**
   * @param batchClients prefixes of the client ids that file in batches by agreement
   */
  public BehaviourDetectors(List<String> batchClients) {
    detectors =
        List.of(
            links,
            new FilingBurst(ledger, links),
            new NoRndCapacity(ledger),
            new QuickTransfer(ledger),
            new AccountFarm(ledger),
            new AccountTakeover(ledger),
            new RobotFiling(ledger, batchClients),
            new AgencyOverload(ledger),
            new SharedSigningDevice(ledger, batchClients),
            new UnlicensedAgency(ledger),
            new ImplausibleInventor(ledger, links),
            new InvalidContact(ledger, links),
            new IdenticalDrawing(ledger));
  }

  @Override
  public void see(FilingRecord record, SignalSink signals) {
    ledger.next();
    if (!ledger.enter(record)) {
      return;
    }
    for (Detector detector : detectors) {
      detector.see(record, signals);
    }
  }

  /** What is known of applicants and filings, as of the record seen last. */
  public Ledger ledger() {
    return ledger;
  }

  /** Which applicants belong together, as of the record seen last. */
  public Links links() {
    return links;
  }

  /** Each detector, in the order in which it sees a record. */
  public List<Detector> list() {
    return detectors;
  }
}
