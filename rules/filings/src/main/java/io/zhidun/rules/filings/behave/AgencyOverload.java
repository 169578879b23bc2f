package io.zhidun.rules.filings.behave;

import io.zhidun.rules.filings.ledger.Days;
import io.zhidun.rules.filings.ledger.IntColumn;
import io.zhidun.rules.filings.ledger.Ledger;
import io.zhidun.rules.filings.ledger.Names;
import io.zhidun.rules.filings.ledger.Rolling;
import io.zhidun.rules.filings.record.Agency;
import io.zhidun.rules.filings.record.Agent;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import io.zhidun.rules.filings.signal.Subject;
import io.zhidun.rules.filings.signal.SubjectType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code agency-overload}: more patents than one agent can draft (kind P9): {@link #A_DAY} or more
 * on one day, or {@link #A_YEAR} or more in 364 days; of an agency, so many a year for each of its
 * agents. The known extreme is 8,000 a person in a year.
 */
public final class AgencyOverload implements Detector {

  static final String CODE = "agency-overload";

  static final int A_DAY = 30;
  static final int A_YEAR = 1500;

  private static final double MOST = 8000;
  private static final int MOST_AGENTS = 1_000_000;
  private static final int MOST_LISTED = 200;
  private static final double SAY_AGAIN = 1.25;

  private final Ledger ledger;
  private final Names agents = new Names(MOST_AGENTS);
  private final Rolling byAgent = new Rolling();
  private final Rolling byAgency = new Rolling();
  private final IntColumn agencyOf = new IntColumn();
  private final IntColumn staff = new IntColumn();
  private final Map<String, Integer> said = new HashMap<>();
  private final Map<Integer, List<Integer>> todays = new HashMap<>();
  private int today;

  public AgencyOverload(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public void see(FilingRecord record, SignalSink signals) {
    if (!ledger.enter(record)
        || !(record instanceof Filing filing)
        || !filing.kind().isPatent()
        || filing.agency() == null
        || ledger.agency() < 0) {
      return;
    }
    if (ledger.day() != today) {
      today = ledger.day();
      todays.clear();
      said.keySet().removeIf(key -> key.startsWith("day/"));
    }
    Agency agency = filing.agency();
    byAgency.add(ledger.agency(), today);
    for (Agent agent : agency.agents()) {
      countAgent(agent, filing.time(), signals);
    }
    lookAtAgency(agency, filing.time(), signals);
    agents.sweep(1, today - Days.RETENTION, this::forget);
  }

  private void forget(int id) {
    leave(id);
    byAgent.forget(id);
  }

  private void leave(int id) {
    int agency = agencyOf.get(id) - 1;
    if (agency >= 0) {
      staff.set(agency, staff.get(agency) - 1);
      agencyOf.set(id, 0);
    }
  }

  private void countAgent(Agent agent, Instant time, SignalSink signals) {
    int id = agents.see(agent.key(), agent.name(), today);
    if (id < 0) {
      return;
    }
    if (agencyOf.get(id) != ledger.agency() + 1) {
      leave(id);
      agencyOf.set(id, ledger.agency() + 1);
      staff.set(ledger.agency(), staff.get(ledger.agency()) + 1);
    }
    byAgent.add(id, today);
    List<Integer> rows = todays.computeIfAbsent(id, agentId -> new ArrayList<>());
    rows.add(ledger.row());
    Subject subject = new Subject(SubjectType.AGENT, agent.key(), agent.name());
    if (isDue("day/" + id, rows.size(), A_DAY)) {
      say(subject, Days.date(today).toString(), rows.size(), 1, rows, time, signals);
    }
    int year = byAgent.sum(id, today);
    if (isDue("year/" + id, year, A_YEAR)) {
      say(subject, "365d", year, 365, rows, time, signals);
    }
  }

  private void lookAtAgency(Agency agency, Instant time, SignalSink signals) {
    int people = Math.max(1, staff.get(ledger.agency()));
    if (agency.agents().isEmpty()) {
      return;
    }
    int each = byAgency.sum(ledger.agency(), today) / people;
    if (isDue("agency/" + ledger.agency(), each, A_YEAR)) {
      Subject subject = new Subject(SubjectType.AGENCY, agency.key(), agency.name());
      say(subject, "365d", each, 365, List.of(ledger.row()), time, signals);
    }
  }

  private boolean isDue(String key, int count, int least) {
    if (count < least) {
      return false;
    }
    if (count < said.getOrDefault(key, 0) * SAY_AGAIN) {
      return false;
    }
    said.put(key, count);
    return true;
  }

  private void say(
      Subject subject,
      String window,
      int count,
      int days,
      List<Integer> rows,
      Instant time,
      SignalSink signals) {
    double most = days == 1 ? 200 : MOST;
    double least = days == 1 ? A_DAY : A_YEAR;
    double score = 0.5 + 0.5 * Math.min(1, Math.log(count / least) / Math.log(most / least));
    int people = subject.type() == SubjectType.AGENCY ? staff.get(ledger.agency()) : 1;
    signals.accept(
        new SignalDraft(CODE, SignalFamily.PROFILE, subject, window)
            .number("filingsPerAgent", count)
            .number("days", days)
            .number("agents", people)
            .evidence("load", "filingsPerAgent", count, "days", days, "agents", people)
            .filings(
                ledger.rows().numbers(rows.subList(0, Math.min(rows.size(), MOST_LISTED))),
                count * people)
            .scored(score, Days.instant(ledger.rows().time(rows.get(0))), time));
  }
}
