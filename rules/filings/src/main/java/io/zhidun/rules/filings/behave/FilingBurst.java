package io.zhidun.rules.filings.behave;

import io.zhidun.rules.filings.ledger.Applicants;
import io.zhidun.rules.filings.ledger.Days;
import io.zhidun.rules.filings.ledger.KeyTable;
import io.zhidun.rules.filings.ledger.Ledger;
import io.zhidun.rules.filings.ledger.Names;
import io.zhidun.rules.filings.link.FilingKeys;
import io.zhidun.rules.filings.link.Group;
import io.zhidun.rules.filings.link.KeyType;
import io.zhidun.rules.filings.link.Links;
import io.zhidun.rules.filings.record.Agency;
import io.zhidun.rules.filings.record.Agent;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.record.PartyKind;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import io.zhidun.rules.filings.signal.Subject;
import io.zhidun.rules.filings.signal.SubjectType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code filing-burst}: far more filings in a day or in seven than the subject's own half year, the
 * season and the peers of its size let expect.
 *
 * <p>Counted for applicants, agencies, agents, and for phones, payers, devices and accounts that
 * several applicants share; what a key shows is said of the linked group, else of the account. Said
 * when it begins to hold, at each half more, and once more with the day's final figures.
 */
public final class FilingBurst implements Detector {

  static final String CODE = "filing-burst";

  private static final double LEAST_RATIO = 5;

  /** In a week towards which the rate has been rising (CUSUM). */
  private static final double LEAST_RISE = 3;

  private static final double LEAST_LOG = 6;
  private static final double LEAST_PERCENTILE = 0.99;
  private static final double LEAST_MEAN = 0.02;
  private static final int WEEK = 7;
  private static final double SAY_AGAIN = 1.5;
  private static final int MOST_AGENTS = 1_000_000;
  private static final int MOST_KEYS = 5_000_000;
  private static final int SWEEP_STEPS = 4;
  private static final KeyType[] KEYS = {
    KeyType.PHONE, KeyType.PAYER, KeyType.DEVICE, KeyType.ACCOUNT
  };

  private final Ledger ledger;
  private final Links links;
  private final Season season = new Season();
  private final PeerRates peers = new PeerRates();
  private final OwnRates applicants = new OwnRates();
  private final OwnRates agencies = new OwnRates();
  private final OwnRates agents = new OwnRates();
  private final OwnRates keys = new OwnRates();
  private final Names agentNames = new Names(MOST_AGENTS);
  private final KeyTable keyTable = new KeyTable(MOST_KEYS);
  private final DayLog log = new DayLog();
  private final Map<String, Said> said = new LinkedHashMap<>();
  private int today;

  /** Whose rate is looked at. {@code least}: fewer filings in a day are never a burst. */
  private enum Of {
    APPLICANT("applicant", 6, 10),
    PUBLIC_BODY("applicant", 7, 30),
    PERSON("applicant", 8, 10),
    AGENCY("agency", 9, 40),
    AGENT("agent", 10, 20),
    KEY("key", 11, 15);

    final String wire;
    final int band;
    final int least;

    Of(String wire, int band, int least) {
      this.wire = wire;
      this.band = band;
      this.least = least;
    }
  }

  private record Rated(OwnRates rates, int id, Of of, int band, String by) {}

  private record Said(Rated rated, Subject subject, int days, int count) {}

  private record Excess(int count, double mean, double sigmas, double log, double percentile) {

    boolean holds(int least, double leastRatio) {
      return count >= least
          && count >= leastRatio * mean
          && log <= -LEAST_LOG
          && percentile >= LEAST_PERCENTILE;
    }
  }

  /**
   * @param links sees each record before this
   */
  public FilingBurst(Ledger ledger, Links links) {
    this.ledger = ledger;
    this.links = links;
    ledger.applicants().whenForgotten(applicants::forget);
  }

  @Override
  public void see(FilingRecord record, SignalSink signals) {
    if (!ledger.enter(record) || !(record instanceof Filing filing)) {
      return;
    }
    if (ledger.day() != today) {
      sayFinally(signals);
      today = ledger.day();
      log.clear();
    }
    season.add(today);
    Instant time = filing.time();
    countApplicant(time, signals);
    countAgency(filing.agency(), time, signals);
    for (KeyType type : KEYS) {
      countKey(type, filing, time, signals);
    }
    agentNames.sweep(1, today - Days.RETENTION, agents::forget);
    keyTable.sweep(SWEEP_STEPS, today - Days.RETENTION, keys::forget);
  }

  private void countApplicant(Instant time, SignalSink signals) {
    int id = ledger.applicant();
    if (id < 0) {
      return;
    }
    Applicants all = ledger.applicants();
    Of of =
        all.isPublicBody(id)
            ? Of.PUBLIC_BODY
            : all.kind(id) == PartyKind.PERSON ? Of.PERSON : Of.APPLICANT;
    int band = of == Of.APPLICANT ? PeerRates.bandOfHeadcount(all.headcount(id)) : of.band;
    if (count(new Rated(applicants, id, of, band, of.wire))) {
      look(
          new Rated(applicants, id, of, band, of.wire),
          new Subject(SubjectType.APPLICANT, all.key(id), all.name(id)),
          time,
          signals);
    }
  }

  private void countAgency(@Nullable Agency agency, Instant time, SignalSink signals) {
    int id = ledger.agency();
    if (agency == null || id < 0) {
      return;
    }
    Rated rated = new Rated(agencies, id, Of.AGENCY, Of.AGENCY.band, Of.AGENCY.wire);
    if (count(rated)) {
      look(rated, new Subject(SubjectType.AGENCY, agency.key(), agency.name()), time, signals);
    }
    for (Agent agent : agency.agents()) {
      int agentId = agentNames.see(agent.key(), agent.name(), today);
      Rated own = new Rated(agents, agentId, Of.AGENT, Of.AGENT.band, Of.AGENT.wire);
      if (agentId >= 0 && count(own)) {
        look(own, new Subject(SubjectType.AGENT, agent.key(), agent.name()), time, signals);
      }
    }
  }

  private void countKey(KeyType type, Filing filing, Instant time, SignalSink signals) {
    long hash = FilingKeys.hash(type, filing);
    int degree = hash == 0 ? 0 : links.degree(hash);
    if (degree < 2 || degree == Integer.MAX_VALUE) {
      return;
    }
    int id = keyTable.intern(hash, today);
    if (id < 0) {
      return;
    }
    keyTable.touch(id, today);
    Rated rated = new Rated(keys, id, Of.KEY, Of.KEY.band, type.wire());
    Subject subject = count(rated) ? subjectOfKey(filing) : null;
    if (subject != null) {
      look(rated, subject, time, signals);
    }
  }

  private @Nullable Subject subjectOfKey(Filing filing) {
    Group group =
        ledger.applicant() < 0
            ? null
            : links.groupOf(ledger.applicants().key(ledger.applicant())).orElse(null);
    if (group != null) {
      return new Subject(SubjectType.GROUP, group.id(), group.name());
    }
    String account = filing.telemetry().account();
    return account == null || filing.agency() != null
        ? null
        : new Subject(SubjectType.ACCOUNT, account, account);
  }

  /** Counts the filing; whether there are enough of them to look closer. */
  private boolean count(Rated rated) {
    OwnRates rates = rated.rates();
    int id = rated.id();
    rates.add(id, today, season, peers, rated.band());
    rates.logged(id, log.add(ledger.row(), rates.logged(id)));
    return rates.today(id) >= rated.of().least || rates.thisWeek(id) >= 2 * rated.of().least;
  }

  private void look(Rated rated, Subject subject, Instant time, SignalSink signals) {
    int least = rated.of().least;
    if (isDue(rated, subject, 1, least)) {
      say(rated, subject, 1, time, signals);
    } else if (!said.containsKey(key(subject, 1)) && isDue(rated, subject, WEEK, 2 * least)) {
      say(rated, subject, WEEK, time, signals);
    }
  }

  private boolean isDue(Rated rated, Subject subject, int days, int least) {
    Said before = said.get(key(subject, days));
    int count = counted(rated, days);
    if (count < least || (before != null && count < before.count() * SAY_AGAIN)) {
      return false;
    }
    boolean slowRise = days == WEEK && rated.rates().cusum(rated.id()) > OwnRates.CUSUM_LIMIT;
    Excess excess = excess(rated, days);
    return excess.holds(least, slowRise ? LEAST_RISE : LEAST_RATIO);
  }

  private static String key(Subject subject, int days) {
    return days + "/" + subject.id();
  }

  private static int counted(Rated rated, int days) {
    return days == 1 ? rated.rates().today(rated.id()) : rated.rates().thisWeek(rated.id());
  }

  private Excess excess(Rated rated, int days) {
    OwnRates rates = rated.rates();
    int id = rated.id();
    int band = rated.band();
    int count = counted(rated, days);
    boolean known = rates.age(id) >= OwnRates.LEAST_AGE;
    double factor = days == 1 ? season.today(rates.today(id)) : 1;
    double mean = Math.max(LEAST_MEAN, rates.mean(id));
    double variance = Math.max(mean, rates.variance(id));
    if (!known) {
      mean = Math.max(mean, peers.mean(band) / (days == 1 ? 1 : 2));
      variance = Math.max(variance, peers.variance(band));
    }
    mean *= factor * days;
    variance *= factor * factor * days;
    double percentile = days == 1 ? peers.percentile(band, count / factor) : 1;
    double sigmas = (count - mean) / Math.sqrt(variance);
    return new Excess(count, mean, sigmas, Tails.log10(count, mean, variance), percentile);
  }

  private void say(Rated rated, Subject subject, int days, Instant time, SignalSink signals) {
    said.put(key(subject, days), new Said(rated, subject, days, counted(rated, days)));
    signals.accept(signal(rated, subject, days, time));
  }

  /** Says again, with the final figures, what grew after it was said last. */
  private void sayFinally(SignalSink signals) {
    for (Said last : said.values()) {
      Rated rated = last.rated();
      if (counted(rated, last.days()) > last.count()) {
        int newest = log.rows(rated.rates().logged(rated.id()), 1).get(0);
        Instant time = Days.instant(ledger.rows().time(newest));
        signals.accept(signal(rated, last.subject(), last.days(), time));
      }
    }
    said.clear();
  }

  private Signal signal(Rated rated, Subject subject, int days, Instant time) {
    OwnRates rates = rated.rates();
    int id = rated.id();
    Excess excess = excess(rated, days);
    List<Integer> rows = log.rows(rates.logged(id), Signal.MOST_FILINGS);
    int eldest = rows.get(rows.size() - 1);
    String window = Days.date(days == 1 ? today : Math.floorDiv(today, WEEK) * WEEK).toString();
    return new SignalDraft(CODE, SignalFamily.RATE, subject, days == 1 ? window : window + "/7d")
        .number("count", excess.count())
        .number("days", days)
        .number("by", rated.by())
        .rounded("dailyMean", rates.mean(id))
        .rounded("expected", excess.mean())
        .rounded("sigmas", excess.sigmas())
        .rounded("peerPercentile", 100 * excess.percentile())
        .rounded("log10Probability", excess.log())
        .number("ageDays", rates.age(id))
        .rounded("cusum", rates.cusum(id))
        .evidence(
            "burst", "by", rated.by(), "count", excess.count(), "expected", round(excess.mean()))
        .filings(ledger.rows().numbers(rows), excess.count())
        .scored(score(rated, excess, days), Days.instant(ledger.rows().time(eldest)), time);
  }

  private static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }

  /** Grows with the improbability and with the number. */
  private static double score(Rated rated, Excess excess, int days) {
    double improbable = Math.max(0, Math.min(1, (-excess.log() - LEAST_LOG) / 30));
    double many =
        Math.max(0, Math.min(1, Math.log10((double) excess.count() / (days * rated.of().least))));
    double score = 0.4 + 0.3 * improbable + 0.3 * many;
    return score * (rated.of() == Of.PUBLIC_BODY ? 0.5 : 1) * (days == 1 ? 1 : 0.9);
  }
}
