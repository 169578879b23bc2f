package io.zhidun.rules.filings.behave;

import io.zhidun.rules.filings.ledger.Days;
import io.zhidun.rules.filings.ledger.Hash64;
import io.zhidun.rules.filings.ledger.Ledger;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code account-farm}: many accounts registered within 24 hours from one device, phone or address,
 * and how many of them filed within 24 hours of that. Said of the first of the accounts.
 *
 * <p>An address must bring more, as an office stands behind one; so must an agency, which registers
 * its clients. Holds a day of registrations, at most {@link #MOST_KEYS} keys.
 */
public final class AccountFarm implements Detector {

  static final String CODE = "account-farm";

  private static final int MOST_KEYS = 500_000;
  private static final int MOST_ACCOUNTS = 500;
  private static final int MOST_SHOWN = 20;
  private static final int DAY_SECONDS = 86_400;
  private static final double SAY_AGAIN = 1.25;

  private final Ledger ledger;
  private final Map<Long, Farm> farms = new LinkedHashMap<>();
  private final Map<String, List<Farm>> farmsOf = new HashMap<>();
  private int sweptOn;

  /** What the accounts have in common, and how many of them make a farm. */
  private enum By {
    DEVICE("device", 5, 1),
    PHONE("phone", 5, 1),
    ADDRESS("address", 20, 0.8);

    final String wire;
    final int least;
    final double weight;

    By(String wire, int least, double weight) {
      this.wire = wire;
      this.least = least;
      this.weight = weight;
    }
  }

  /** The accounts registered with one key, in order, each with the second it was registered. */
  private static final class Farm {
    final By by;
    final String shown;
    final Map<String, Integer> registered = new LinkedHashMap<>();
    final List<String> numbers = new ArrayList<>();
    final Map<String, Integer> filedAfter = new LinkedHashMap<>();
    boolean ofAgency = true;
    int said;
    int saidFiling;

    Farm(By by, String shown) {
      this.by = by;
      this.shown = shown;
    }

    int least() {
      return ofAgency ? 4 * by.least : by.least;
    }
  }

  public AccountFarm(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void see(FilingRecord record, SignalSink signals) {
    if (!ledger.enter(record)) {
      return;
    }
    if (ledger.day() != sweptOn) {
      sweptOn = ledger.day();
      sweep(Days.seconds(record.time()) - DAY_SECONDS);
    }
    if (record instanceof FilingAction action && action.succeeded()) {
      if (action.kind() == ActionKind.REGISTER) {
        register(action, signals);
      } else if (action.kind() == ActionKind.SUBMIT) {
        filed(action.account(), action.applicationNumber(), action.time(), signals);
      }
    } else if (record instanceof Filing filing && filing.telemetry().account() != null) {
      filed(filing.telemetry().account(), filing.applicationNumber(), filing.time(), signals);
    }
  }

  private void sweep(int since) {
    farms.values().removeIf(farm -> newest(farm) < since);
    farmsOf.values().removeIf(of -> of.stream().allMatch(farm -> newest(farm) < since));
  }

  private static int newest(Farm farm) {
    int newest = 0;
    for (int second : farm.registered.values()) {
      newest = Math.max(newest, second);
    }
    return newest;
  }

  private void register(FilingAction action, SignalSink signals) {
    join(By.DEVICE, action.device(), action.device(), action, signals);
    String phone = action.phone() == null ? null : action.phone().hash();
    String masked = action.phone() == null ? null : action.phone().masked();
    join(By.PHONE, phone, masked, action, signals);
    join(By.ADDRESS, action.address(), action.address(), action, signals);
  }

  private void join(
      By by, @Nullable String key, @Nullable String shown, FilingAction action, SignalSink out) {
    if (key == null || shown == null) {
      return;
    }
    long hash = Hash64.of(by.ordinal(), key);
    Farm farm = farms.get(hash);
    if (farm == null) {
      if (farms.size() >= MOST_KEYS) {
        return;
      }
      farm = new Farm(by, shown);
      farms.put(hash, farm);
    }
    int now = Days.seconds(action.time());
    if (farm.said == 0) {
      farm.registered.values().removeIf(second -> second < now - DAY_SECONDS);
    }
    if (farm.registered.size() >= MOST_ACCOUNTS
        || farm.registered.putIfAbsent(action.account(), now) != null) {
      return;
    }
    farm.ofAgency &= action.agency() != null;
    farmsOf.computeIfAbsent(action.account(), account -> new ArrayList<>(3)).add(farm);
    look(farm, action.time(), out);
  }

  private void filed(String account, @Nullable String number, Instant time, SignalSink signals) {
    int now = Days.seconds(time);
    for (Farm farm : farmsOf.getOrDefault(account, List.of())) {
      Integer registered = farm.registered.get(account);
      if (registered == null || now - registered > DAY_SECONDS) {
        continue;
      }
      boolean first = farm.filedAfter.putIfAbsent(account, now - registered) == null;
      if (number != null
          && farm.numbers.size() < Signal.MOST_FILINGS
          && !farm.numbers.contains(number)) {
        farm.numbers.add(number);
      }
      if (first) {
        look(farm, time, signals);
      }
    }
  }

  private void look(Farm farm, Instant time, SignalSink signals) {
    int count = farm.registered.size();
    int filing = farm.filedAfter.size();
    boolean more = count >= Math.max(farm.least(), farm.said * SAY_AGAIN);
    boolean moreFile = farm.said > 0 && filing >= Math.max(1, farm.saidFiling * SAY_AGAIN);
    if (!more && !moreFile) {
      return;
    }
    farm.said = count;
    farm.saidFiling = filing;
    signals.accept(signal(farm, time));
  }

  private Signal signal(Farm farm, Instant time) {
    List<String> accounts = new ArrayList<>(farm.registered.keySet());
    int count = accounts.size();
    int filing = farm.filedAfter.size();
    String first = accounts.get(0);
    Instant begin = Days.instant(farm.registered.getOrDefault(first, Days.seconds(time)));
    int[] latencies = farm.filedAfter.values().stream().mapToInt(s -> s).sorted().toArray();
    double many = Math.min(1, Math.log((double) count / farm.least()) / Math.log(8));
    double score = farm.by.weight * (0.45 + 0.3 * Math.max(0, many) + 0.25 * filing / count);
    return new SignalDraft(
            CODE,
            SignalFamily.CONDUCT,
            new Subject(SubjectType.ACCOUNT, first, first),
            farm.by.wire + "/" + Days.date(Days.of(begin)))
        .number("accounts", count)
        .number("by", farm.by.wire)
        .number("hours", 24)
        .number("filedWithin24h", filing)
        .number(
            "medianSecondsToFiling", latencies.length == 0 ? -1 : latencies[latencies.length / 2])
        .evidence(
            "registrations",
            "by",
            farm.by.wire,
            "key",
            farm.shown,
            "accounts",
            accounts.subList(0, Math.min(MOST_SHOWN, count)),
            "count",
            count)
        .filings(List.copyOf(farm.numbers), farm.numbers.size())
        .scored(score, begin, time);
  }
}
