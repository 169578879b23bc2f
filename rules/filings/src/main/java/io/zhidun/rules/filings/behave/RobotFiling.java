package io.zhidun.rules.filings.behave;

import io.zhidun.rules.filings.ledger.ByteColumn;
import io.zhidun.rules.filings.ledger.Days;
import io.zhidun.rules.filings.ledger.Hash64;
import io.zhidun.rules.filings.ledger.IntColumn;
import io.zhidun.rules.filings.ledger.KeyTable;
import io.zhidun.rules.filings.ledger.Ledger;
import io.zhidun.rules.filings.record.ActionKind;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingAction;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import io.zhidun.rules.filings.signal.Subject;
import io.zhidun.rules.filings.signal.SubjectType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code robot-filing}: an account submits faster than a person fills in a form, at intervals as
 * regular as no person's, or with the same attachment for different applicants.
 *
 * <p>Official batch clients are passed over by the prefix of their client id. Holds one day of each
 * account, and attachments for 7 days.
 */
public final class RobotFiling implements Detector {

  static final String CODE = "robot-filing";

  /** Prefixes of client ids that file in batches by agreement with the office. */
  public static final List<String> BATCH_CLIENTS = List.of("batch-");

  /** Nobody fills in a request in less. */
  static final double HUMAN_SECONDS = 20;

  static final double REGULAR = 0.15;

  private static final int LEAST_FAST = 5;
  private static final int LEAST_INTERVALS = 10;
  private static final int LEAST_SAME = 5;
  private static final int STANDARD_FORM = 50;
  private static final int ATTACHMENT_DAYS = 7;
  private static final int MOST_ATTACHMENTS = 5_000_000;
  private static final int MOST_UPLOADS = 20;
  private static final int SWEEP_STEPS = 16;
  private static final double SAY_AGAIN = 1.25;

  private final Ledger ledger;
  private final List<String> batchClients;
  private final Map<String, AccountDay> accounts = new HashMap<>();
  private final KeyTable attachments = new KeyTable(MOST_ATTACHMENTS);
  private final IntColumn firstApplicants = new IntColumn();
  private final ByteColumn others = new ByteColumn();
  private int today;

  public RobotFiling(Ledger ledger) {
    this(ledger, BATCH_CLIENTS);
  }

  /**
   * @param batchClients prefixes of the client ids to pass over
   */
  public RobotFiling(Ledger ledger, List<String> batchClients) {
    this.ledger = ledger;
    this.batchClients = List.copyOf(batchClients);
  }

  @Override
  public void see(FilingRecord record, SignalSink signals) {
    if (!ledger.enter(record)) {
      return;
    }
    if (ledger.day() != today) {
      today = ledger.day();
      accounts.clear();
    }
    if (record instanceof FilingAction action) {
      if (action.kind() == ActionKind.SUBMIT && action.succeeded() && !isBatch(action.client())) {
        AccountDay day = day(action.account());
        day.submitted(
            action.applicationNumber(), Days.seconds(action.time()), action.formSeconds());
        day.from(action.device(), action.address());
        look(action.account(), day, action.time(), signals);
      }
    } else if (record instanceof Filing filing) {
      file(filing, signals);
    }
  }

  private void file(Filing filing, SignalSink signals) {
    String account = filing.telemetry().account();
    if (account == null || isBatch(filing.telemetry().client())) {
      return;
    }
    AccountDay day = day(account);
    Instant opened = filing.telemetry().formOpened();
    double seconds =
        opened == null ? Double.NaN : Duration.between(opened, filing.time()).toMillis() / 1e3;
    day.submitted(filing.applicationNumber(), Days.seconds(filing.time()), seconds);
    day.from(filing.telemetry().device(), filing.telemetry().address());
    if (isSeenWithOthers(filing.telemetry().uploads())) {
      day.same++;
    }
    attachments.sweep(SWEEP_STEPS, today - ATTACHMENT_DAYS, this::forget);
    look(account, day, filing.time(), signals);
  }

  private boolean isBatch(@Nullable String client) {
    return client != null && batchClients.stream().anyMatch(client::startsWith);
  }

  private AccountDay day(String account) {
    return accounts.computeIfAbsent(account, a -> new AccountDay());
  }

  /**
   * Whether an attachment came from another applicant before; a form that all use does not count.
   */
  private boolean isSeenWithOthers(List<String> uploads) {
    boolean seen = false;
    int applicant = ledger.applicant();
    for (String upload : uploads.subList(0, Math.min(MOST_UPLOADS, uploads.size()))) {
      int id = applicant < 0 ? -1 : attachments.intern(Hash64.of('F', upload), today);
      if (id < 0) {
        continue;
      }
      attachments.touch(id, today);
      if (firstApplicants.get(id) == 0) {
        firstApplicants.set(id, applicant + 1);
      } else if (firstApplicants.get(id) != applicant + 1) {
        int more = Math.min(STANDARD_FORM + 1, others.get(id) + 1);
        others.set(id, (byte) more);
        seen |= more <= STANDARD_FORM;
      }
    }
    return seen;
  }

  private void forget(int id) {
    firstApplicants.set(id, 0);
    others.set(id, (byte) 0);
  }

  private void look(String account, AccountDay day, Instant time, SignalSink signals) {
    boolean fast = day.fast >= LEAST_FAST && day.fast * 2 >= day.timed;
    boolean regular = day.intervals() >= LEAST_INTERVALS && day.variation() < REGULAR;
    boolean same = day.same >= LEAST_SAME;
    if ((!fast && !regular && !same) || day.submits() < day.said * SAY_AGAIN) {
      return;
    }
    day.said = day.submits();
    double score =
        (fast ? 0.35 + 0.15 * Math.min(1, day.fast / 50.0) : 0)
            + (regular ? 0.3 + 0.1 * Math.min(1, day.intervals() / 50.0) : 0)
            + (same ? 0.3 + 0.1 * Math.min(1, day.same / 50.0) : 0);
    signals.accept(
        new SignalDraft(
                CODE,
                SignalFamily.CONDUCT,
                new Subject(SubjectType.ACCOUNT, account, account),
                Days.date(today).toString())
            .number("submits", day.submits())
            .number("fasterThanHuman", day.fast)
            .rounded("medianFormSeconds", day.medianSeconds())
            .number("intervals", day.intervals())
            .rounded("intervalVariation", day.intervals() == 0 ? -1 : day.variation())
            .number("sameAttachment", day.same)
            .evidence("submissions", "devices", day.devices(), "addresses", day.addresses())
            .filings(day.numbers(), day.submits())
            .scored(score, Days.instant(day.first()), time));
  }
}
