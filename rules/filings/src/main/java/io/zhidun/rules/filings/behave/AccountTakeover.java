package io.zhidun.rules.filings.behave;

import io.zhidun.rules.filings.ledger.Days;
import io.zhidun.rules.filings.ledger.Hash64;
import io.zhidun.rules.filings.ledger.IntColumn;
import io.zhidun.rules.filings.ledger.KeyTable;
import io.zhidun.rules.filings.ledger.Ledger;
import io.zhidun.rules.filings.ledger.ShortColumn;
import io.zhidun.rules.filings.record.ActionKind;
import io.zhidun.rules.filings.record.Filing;
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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * {@code account-takeover}: an account of at least 30 days comes from a device it never used,
 * changes its certificate or contact within 72 hours, and then files for applicants it never filed
 * for within 7 days.
 *
 * <p>Three devices and three applicants are remembered of each account, about 50 bytes; an account
 * that has filed for four files for others as its trade, and is passed over.
 */
public final class AccountTakeover implements Detector {

  static final String CODE = "account-takeover";

  private static final int REMEMBERED = 3;
  private static final int LEAST_AGE = 30;
  private static final int CHANGE_SECONDS = 72 * 3600;
  private static final int FILING_SECONDS = 7 * 86_400;
  private static final int MOST_ACCOUNTS = 20_000_000;
  private static final int MOST_SUSPECTS = 100_000;
  private static final int SWEEP_STEPS = 2;

  private final Ledger ledger;
  private final KeyTable accounts = new KeyTable(MOST_ACCOUNTS);
  private final ShortColumn firstDays = new ShortColumn();
  private final IntColumn devices = new IntColumn();
  private final IntColumn applicants = new IntColumn();
  private final ShortColumn applicantCounts = new ShortColumn();
  private final Map<Integer, Suspect> suspects = new HashMap<>();
  private int sweptOn;

  private static final class Suspect {
    final String device;
    final @Nullable String address;
    final int since;
    int changedAt;
    @Nullable ActionKind change;
    final Set<Integer> others = new LinkedHashSet<>();
    final List<Integer> rows = new ArrayList<>();

    Suspect(String device, @Nullable String address, int since) {
      this.device = device;
      this.address = address;
      this.since = since;
    }

    boolean isOver(int now) {
      return now - since > CHANGE_SECONDS + FILING_SECONDS
          || (changedAt == 0 && now - since > CHANGE_SECONDS);
    }
  }

  public AccountTakeover(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void see(FilingRecord record, SignalSink signals) {
    if (!ledger.enter(record)) {
      return;
    }
    int now = Days.seconds(record.time());
    if (ledger.day() != sweptOn) {
      sweptOn = ledger.day();
      suspects.values().removeIf(suspect -> suspect.isOver(now));
    }
    if (record instanceof FilingAction action) {
      act(action, now);
    } else if (record instanceof Filing filing && filing.telemetry().account() != null) {
      file(filing, filing.telemetry().account(), now, signals);
      accounts.sweep(SWEEP_STEPS, ledger.day() - Days.RETENTION, this::forget);
    }
  }

  private int account(String name) {
    int id = accounts.intern(Hash64.of('U', name), ledger.day());
    if (id >= 0) {
      accounts.touch(id, ledger.day());
      if (firstDays.get(id) == 0) {
        firstDays.set(id, (short) ledger.day());
      }
    }
    return id;
  }

  private void act(FilingAction action, int now) {
    int id = account(action.account());
    if (id < 0 || action.device() == null || !action.succeeded()) {
      return;
    }
    if (isNewDevice(id, action.device()) && suspects.size() < MOST_SUSPECTS) {
      suspects.put(id, new Suspect(action.device(), action.address(), now));
    }
    Suspect suspect = suspects.get(id);
    boolean change =
        action.kind() == ActionKind.CHANGE_CERTIFICATE
            || action.kind() == ActionKind.CHANGE_CONTACT;
    if (change
        && suspect != null
        && suspect.device.equals(action.device())
        && now - suspect.since <= CHANGE_SECONDS) {
      suspect.changedAt = now;
      suspect.change = action.kind();
    }
  }

  /** Remembers the device; whether an old account with known devices had not used it. */
  private boolean isNewDevice(int id, String device) {
    int hash = (int) (Hash64.of('D', device) >>> 32) | 1;
    int slot = id * REMEMBERED;
    boolean any = false;
    for (int i = 0; i < REMEMBERED; i++) {
      if (devices.get(slot + i) == hash) {
        return false;
      }
      any |= devices.get(slot + i) != 0;
    }
    for (int i = REMEMBERED - 1; i > 0; i--) {
      devices.set(slot + i, devices.get(slot + i - 1));
    }
    devices.set(slot, hash);
    return any && ledger.day() - firstDays.get(id) >= LEAST_AGE;
  }

  private void file(Filing filing, String account, int now, SignalSink signals) {
    int id = account(account);
    int applicant = ledger.applicant();
    if (id < 0 || applicant < 0) {
      return;
    }
    int known = applicantCounts.get(id);
    boolean isKnown = knows(id, applicant);
    Suspect suspect = suspects.get(id);
    String device = filing.telemetry().device();
    if (suspect == null
        || suspect.changedAt == 0
        || now - suspect.changedAt > FILING_SECONDS
        || (device != null && !device.equals(suspect.device))) {
      if (!isKnown) {
        remember(id, applicant);
      }
      return;
    }
    if (!isKnown && known > 0 && known <= REMEMBERED) {
      suspect.others.add(applicant);
      suspect.rows.add(ledger.row());
      signals.accept(signal(account, suspect, filing.time()));
    }
  }

  private boolean knows(int id, int applicant) {
    for (int i = 0; i < REMEMBERED; i++) {
      if (applicants.get(id * REMEMBERED + i) == applicant + 1) {
        return true;
      }
    }
    return false;
  }

  private void remember(int id, int applicant) {
    int count = applicantCounts.get(id);
    if (count < REMEMBERED) {
      applicants.set(id * REMEMBERED + count, applicant + 1);
    }
    if (count <= REMEMBERED) {
      applicantCounts.set(id, (short) (count + 1));
    }
  }

  private Signal signal(String account, Suspect suspect, Instant time) {
    Instant since = Days.instant(suspect.since);
    String change = suspect.change == null ? "" : suspect.change.wire();
    double score =
        0.55
            + 0.25 * (1 - 1.0 / suspect.others.size())
            + 0.2 * Math.min(1, suspect.rows.size() / 20.0);
    List<Integer> rows = suspect.rows;
    return new SignalDraft(
            CODE,
            SignalFamily.CONDUCT,
            new Subject(SubjectType.ACCOUNT, account, account),
            Days.date(Days.of(since)).toString())
        .number("filings", rows.size())
        .number("applicants", suspect.others.size())
        .number("change", change)
        .number("hoursToChange", (suspect.changedAt - suspect.since) / 3600)
        .evidence(
            "new-device",
            "device",
            suspect.device,
            "address",
            suspect.address == null ? "" : suspect.address,
            "since",
            since.toString(),
            "change",
            change,
            "changedAt",
            Days.instant(suspect.changedAt).toString())
        .filings(
            ledger.rows().numbers(rows.subList(0, Math.min(rows.size(), Signal.MOST_FILINGS))),
            rows.size())
        .scored(score, since, time);
  }

  private void forget(int id) {
    firstDays.set(id, (short) 0);
    applicantCounts.set(id, (short) 0);
    for (int i = 0; i < REMEMBERED; i++) {
      devices.set(id * REMEMBERED + i, 0);
      applicants.set(id * REMEMBERED + i, 0);
    }
    suspects.remove(id);
  }
}
