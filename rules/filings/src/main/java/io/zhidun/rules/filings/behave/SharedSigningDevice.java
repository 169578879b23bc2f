package io.zhidun.rules.filings.behave;

import io.zhidun.rules.filings.ledger.Days;
import io.zhidun.rules.filings.ledger.Hash64;
import io.zhidun.rules.filings.ledger.Ledger;
import io.zhidun.rules.filings.record.ActionKind;
import io.zhidun.rules.filings.record.FilingAction;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import io.zhidun.rules.filings.signal.Subject;
import io.zhidun.rules.filings.signal.SubjectType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code shared-signing-device}: one device signs for many agents, or one certificate, which is a
 * person's own, for two (kind P9).
 *
 * <p>Official batch clients sign for their agency's agents and are passed over. One terminal in an
 * office of one agency is usual: there it takes more agents, and weighs less. Holds 30 days, at
 * most {@link #MOST_SIGNERS} devices and certificates.
 */
public final class SharedSigningDevice implements Detector {

  static final String CODE = "shared-signing-device";

  /** One office's agents often share its terminal and its certificate: less than a medium score. */
  private static final double MOST_OF_ONE_OFFICE = 0.45;

  private static final int MOST_SIGNERS = 500_000;
  private static final int MOST_AGENTS = 50;
  private static final int MANY_IN_ONE_OFFICE = 8;
  private static final int WINDOW_DAYS = 30;
  private static final int LEAST_SIGNATURES = 10;
  private static final double SAY_AGAIN = 1.5;

  private final Ledger ledger;
  private final List<String> batchClients;
  private final Map<Long, Signer> signers = new LinkedHashMap<>();
  private int sweptOn;

  private static final class Signer {
    final boolean certificate;
    final String shown;
    final Map<String, Integer> agents = new LinkedHashMap<>();
    final Set<String> agencies = new LinkedHashSet<>();
    final List<String> numbers = new ArrayList<>();
    int signatures;
    int first;
    int saidAgents;
    int saidSignatures;

    Signer(boolean certificate, String shown, int first) {
      this.certificate = certificate;
      this.shown = shown;
      this.first = first;
    }

    void forgetBefore(int second) {
      agents.values().removeIf(last -> last < second);
      if (agents.isEmpty()) {
        agencies.clear();
        numbers.clear();
        signatures = 0;
        saidAgents = 0;
        saidSignatures = 0;
      }
    }

    boolean oneOffice() {
      return agencies.size() < 2;
    }

    int leastAgents() {
      if (oneOffice()) {
        return 6;
      }
      return certificate ? 2 : 3;
    }

    boolean isDue() {
      return agents.size() >= leastAgents()
          && signatures >= (certificate ? 2 : LEAST_SIGNATURES)
          && (agents.size() > saidAgents || signatures >= saidSignatures * SAY_AGAIN);
    }
  }

  public SharedSigningDevice(Ledger ledger) {
    this(ledger, RobotFiling.BATCH_CLIENTS);
  }

  /**
   * @param batchClients prefixes of the client ids that sign in batches by agreement
   */
  public SharedSigningDevice(Ledger ledger, List<String> batchClients) {
    this.ledger = ledger;
    this.batchClients = List.copyOf(batchClients);
  }

  @Override
  public void see(FilingRecord record, SignalSink signals) {
    if (!ledger.enter(record)
        || !(record instanceof FilingAction action)
        || action.kind() != ActionKind.SIGN
        || action.agent() == null
        || !action.succeeded()
        || isBatch(action.client())) {
      return;
    }
    if (ledger.day() != sweptOn) {
      sweptOn = ledger.day();
      int oldest = Days.seconds(action.time()) - WINDOW_DAYS * 86_400;
      signers.values().forEach(signer -> signer.forgetBefore(oldest));
      signers.values().removeIf(signer -> signer.agents.isEmpty());
    }
    sign(action, action.agent(), action.device(), false, signals);
    sign(action, action.agent(), action.certificate(), true, signals);
  }

  private boolean isBatch(@Nullable String client) {
    return client != null && batchClients.stream().anyMatch(client::startsWith);
  }

  private void sign(
      FilingAction action,
      String agent,
      @Nullable String key,
      boolean certificate,
      SignalSink out) {
    if (key == null) {
      return;
    }
    long hash = Hash64.of(certificate ? 'C' : 'D', key);
    int now = Days.seconds(action.time());
    Signer signer = signers.get(hash);
    if (signer == null) {
      if (signers.size() >= MOST_SIGNERS) {
        return;
      }
      signer = new Signer(certificate, key, now);
      signers.put(hash, signer);
    }
    if (signer.agents.isEmpty()) {
      signer.first = now;
    }
    signer.signatures++;
    if (signer.agents.containsKey(agent) || signer.agents.size() < MOST_AGENTS) {
      signer.agents.put(agent, now);
    }
    if (action.agency() != null && signer.agencies.size() < MOST_AGENTS) {
      signer.agencies.add(action.agency());
    }
    if (action.applicationNumber() != null && signer.numbers.size() < Signal.MOST_FILINGS) {
      signer.numbers.add(action.applicationNumber());
    }
    if (signer.isDue()) {
      signer.saidAgents = signer.agents.size();
      signer.saidSignatures = signer.signatures;
      out.accept(signal(signer, hash, action, agent));
    }
  }

  private Signal signal(Signer signer, long hash, FilingAction action, String agent) {
    String agency = action.agency();
    int id = agency == null ? -1 : ledger.agencies().find(agency);
    Subject subject =
        agency == null
            ? new Subject(SubjectType.AGENT, agent, agent)
            : new Subject(SubjectType.AGENCY, agency, id < 0 ? agency : ledger.agencies().name(id));
    int agents = signer.agents.size();
    double many = 1 - (signer.leastAgents() - 1.0) / agents;
    double often = Math.min(1, Math.log10(signer.signatures) / 3);
    double score = (signer.certificate ? 0.5 : 0.4) + 0.35 * many + 0.15 * often;
    double office = agents >= MANY_IN_ONE_OFFICE ? 0.85 : 0.5;
    Instant first = Days.instant(signer.first);
    String kind = signer.certificate ? "certificate" : "device";
    return new SignalDraft(
            CODE, SignalFamily.CONDUCT, subject, "30d/" + Long.toHexString(hash).substring(0, 8))
        .number("agents", agents)
        .number("agencies", signer.agencies.size())
        .number("signatures", signer.signatures)
        .number("by", kind)
        .number("days", WINDOW_DAYS)
        .evidence(
            "signatures",
            kind,
            signer.shown,
            "agents",
            List.copyOf(signer.agents.keySet()),
            "agencies",
            List.copyOf(signer.agencies),
            "count",
            signer.signatures)
        .filings(List.copyOf(signer.numbers), signer.numbers.size())
        .scored(
            signer.oneOffice() ? Math.min(MOST_OF_ONE_OFFICE, score * office) : score,
            first,
            action.time());
  }
}
