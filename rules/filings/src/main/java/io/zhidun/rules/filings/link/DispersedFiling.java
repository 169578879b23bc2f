package io.zhidun.rules.filings.link;

import io.zhidun.rules.filings.ledger.Applicants;
import io.zhidun.rules.filings.ledger.Days;
import io.zhidun.rules.filings.ledger.Ledger;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.signal.Evidence;
import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.SignalSink;
import io.zhidun.rules.filings.signal.Subject;
import io.zhidun.rules.filings.signal.SubjectType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code dispersed-filing}: at least five members of one group file within 90 days (kind P6). Those
 * whom a register openly relates to one another count as one.
 *
 * <p>Said when it begins to hold, when more members file, when the group loses a member, and when a
 * quarter more filings came. Said with score 0 when the group loses what it rested on.
 */
final class DispersedFiling {

  static final String CODE = "dispersed-filing";
  private static final String WINDOW = "90d";
  private static final int DAYS = 90;
  private static final int LEAST_MEMBERS = 5;
  private static final int MOST_ROWS_OF_ONE = 2000;

  private final Ledger ledger;
  private final Links links;

  DispersedFiling(Ledger ledger, Links links) {
    this.ledger = ledger;
    this.links = links;
  }

  void after(Filing filing, Set<GroupState> changed, SignalSink signals) {
    for (GroupState group : changed) {
      look(group, true, filing, signals);
    }
    GroupState own = links.stateOf(ledger.applicant());
    if (own != null) {
      own.filingsSince++;
      if (!changed.contains(own)) {
        look(own, false, filing, signals);
      }
    }
  }

  private void look(GroupState group, boolean changed, Filing filing, SignalSink signals) {
    boolean said = group.saidMembers > 0;
    if (said && !changed && !isDue(group)) {
      return;
    }
    List<Integer> filing90 = filingMembers(group);
    if (filing90.size() < LEAST_MEMBERS || unitsOf(filing90) < LEAST_MEMBERS) {
      if (said && changed) {
        group.saidMembers = 0;
        group.saidOf = group.members;
        signals.accept(withdrawn(group, filing));
      }
      return;
    }
    boolean few = filing90.size() - group.saidMembers < Math.max(1, group.saidMembers / 50);
    if (said && few && !lost(group) && !isDue(group)) {
      return;
    }
    Signal signal = signal(group, filing90, filing);
    group.saidMembers = filing90.size();
    group.saidOf = group.members;
    group.saidFilings = signal.filingCount();
    group.filingsSince = 0;
    signals.accept(signal);
  }

  private static boolean isDue(GroupState group) {
    return group.filingsSince >= Math.max(1, group.saidFilings / 4);
  }

  /** Whether somebody of whom it was said is no longer a member. */
  private static boolean lost(GroupState group) {
    Set<Integer> now = new HashSet<>();
    for (int member : group.members) {
      now.add(member);
    }
    for (int member : group.saidOf) {
      if (!now.contains(member)) {
        return true;
      }
    }
    return false;
  }

  private List<Integer> filingMembers(GroupState group) {
    List<Integer> members = new ArrayList<>();
    int since = ledger.day() - DAYS;
    for (int member : group.members) {
      int row = ledger.rows().newest(member);
      if (row >= 0 && Days.dayOfSeconds(ledger.rows().time(row)) > since) {
        members.add(member);
      }
    }
    return members;
  }

  private int unitsOf(List<Integer> members) {
    return ledger.applicants().units(members.stream().mapToInt(Integer::intValue).toArray());
  }

  private Signal signal(GroupState state, List<Integer> members, Filing filing) {
    Applicants applicants = ledger.applicants();
    List<Integer> rows = new ArrayList<>();
    Set<String> provinces = new HashSet<>();
    for (int member : members) {
      rows.addAll(ledger.rows().since(member, ledger.day() - DAYS + 1, MOST_ROWS_OF_ONE));
      if (!applicants.province(member).isEmpty()) {
        provinces.add(applicants.province(member));
      }
    }
    Collections.sort(rows);
    Group group = links.group(state);
    int shown = Math.min(state.members.length, Signal.MOST_EVIDENCE);
    List<Link> paths = links.paths().of(Arrays.copyOf(state.members, shown));
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("members", members.size());
    numbers.put("groupMembers", state.members.length);
    numbers.put("units", unitsOf(members));
    numbers.put("filings", rows.size());
    numbers.put("provinces", provinces.size());
    numbers.put("days", DAYS);
    links.sharedKeys(state).forEach(numbers::put);
    return new Signal(
        CODE,
        SignalFamily.LINKAGE,
        new Subject(SubjectType.GROUP, group.id(), group.name()),
        WINDOW,
        score(members.size(), provinces.size(), paths),
        rows.isEmpty() ? filing.time() : Days.instant(ledger.rows().time(rows.get(0))),
        filing.time(),
        ledger.rows().numbers(rows.subList(0, Math.min(rows.size(), Signal.MOST_FILINGS))),
        rows.size(),
        evidence(group, paths),
        numbers);
  }

  /** Grows with the members, the provinces they spread over, and the weight of their ties. */
  private static double score(int members, int provinces, List<Link> paths) {
    double many = 1 - (LEAST_MEMBERS - 1.0) / members;
    double spread = provinces < 2 ? 0 : 1 - 1.0 / provinces;
    double weight = paths.stream().mapToDouble(Link::weight).average().orElse(0);
    double tied = Math.min(1, weight / 1.5);
    return Math.round((0.35 + 0.35 * many + 0.15 * spread + 0.15 * tied) * 1000) / 1000.0;
  }

  /** In this order in every process, which {@code Map.of} does not promise. */
  private static Map<String, Object> shown(Member member) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("key", member.key());
    values.put("name", member.name());
    return values;
  }

  private static List<Evidence> evidence(Group group, List<Link> paths) {
    List<Evidence> evidence = new ArrayList<>();
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("group", group.id());
    values.put("members", group.members().stream().map(DispersedFiling::shown).toList());
    values.put("declared", group.declared());
    evidence.add(new Evidence("group-members", values));
    paths.forEach(path -> evidence.add(path.evidence()));
    return evidence;
  }

  private Signal withdrawn(GroupState state, Filing filing) {
    Group group = links.group(state);
    Map<String, Object> numbers = new LinkedHashMap<>();
    numbers.put("members", 0);
    numbers.put("groupMembers", state.members.length);
    numbers.put("withdrawn", true);
    return new Signal(
        CODE,
        SignalFamily.LINKAGE,
        new Subject(SubjectType.GROUP, group.id(), group.name()),
        WINDOW,
        0,
        filing.time(),
        filing.time(),
        List.of(),
        0,
        List.of(),
        numbers);
  }
}
