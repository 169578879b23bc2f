package io.zhidun.rules.filings.judge;

import io.zhidun.rules.filings.signal.Evidence;
import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.signal.Subject;
import io.zhidun.rules.filings.signal.SubjectType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the signals about each subject and says what they indicate. The signals of a linked
 * group's members count for the group. Deterministic: the same signals in the same order give the
 * same indications.
 */
public final class FilingJudge {

  /** Rulings remembered by the facts that they rest on. */
  private static final int MOST_PRECEDENTS = 20_000;

  /** Subjects with signals, indications told and members of groups; the quietest give way. */
  private static final int MOST_SUBJECTS = 500_000;

  private static final String LIKENESS = "mark-likeness";
  private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

  private final FilingRules rules;
  private final Groups groups;
  private final Explanations explanations;
  private final Map<String, Dossier> dossiers = new Recent<>(MOST_SUBJECTS);
  private final Map<String, Said> said = new Recent<>(MOST_SUBJECTS);

  /** The group that was last told of a member, by key and register. */
  private final Map<String, Subject> toldGroups = new Recent<>(MOST_SUBJECTS);

  private final Map<List<Object>, List<Ruling>> precedents = new Recent<>(MOST_PRECEDENTS);

  public FilingJudge(FilingRules rules, Groups groups) {
    this.rules = rules;
    this.groups = groups;
    explanations = new Explanations(rules);
  }

  /**
   * Takes a signal and tells what changed.
   *
   * @param register that the record which completed the signal belongs to
   */
  public void see(Signal signal, String register, IndicationSink indications) {
    Subject subject = signal.subject();
    dossier(subject, register).put(signal);
    Groups.Group group = group(signal);
    if (group == null) {
      judge(new Side(subject, List.of()), register, signal.last(), indications);
      return;
    }
    Subject whole = new Subject(SubjectType.GROUP, group.id(), group.name());
    if (isTool(subject)) {
      dossier(whole, register).put(signal);
    }
    judge(new Side(whole, group.members()), register, signal.last(), indications);
  }

  private static boolean isTool(Subject subject) {
    return switch (subject.type()) {
      case ACCOUNT, AGENT, AGENCY -> true;
      case APPLICANT, GROUP -> false;
    };
  }

  /** The group that the signal speaks of: what an account did counts for whom it filed for most. */
  private Groups.@Nullable Group group(Signal signal) {
    Subject subject = signal.subject();
    return switch (subject.type()) {
      case APPLICANT -> groups.of(subject.key());
      case GROUP -> groups.byId(subject.key());
      case AGENCY, AGENT, ACCOUNT -> groupOfMost(signal.filings());
    };
  }

  private Groups.@Nullable Group groupOfMost(List<String> filings) {
    Groups.Group group = null;
    int lead = 0;
    for (String number : filings) {
      Groups.Group other = groups.ofFiling(number);
      String id = other == null ? "" : other.id();
      if (lead == 0) {
        group = other;
        lead = 1;
      } else {
        lead += group != null && group.id().equals(id) ? 1 : -1;
      }
    }
    return group;
  }

  private Dossier dossier(Subject subject, String register) {
    return dossiers.computeIfAbsent(subject.id() + "/" + register, key -> new Dossier());
  }

  private void judge(Side side, String register, Instant now, IndicationSink indications) {
    Map<String, List<Signal>> byCode = signals(side, register, now);
    List<Found> facts = new ArrayList<>();
    byCode.forEach((code, signals) -> facts.add(found(code, signals)));
    About about = new About(side.subject.type().wire(), register, rounded(side.members.size()));
    List<Ruling> rulings =
        precedents.computeIfAbsent(key(about, facts), k -> rules.rule(about, facts));
    Set<String> kinds = new LinkedHashSet<>();
    for (Ruling ruling : rulings) {
      if (rules.kind(ruling.kind()).register().equals(register)) {
        kinds.add(ruling.kind());
        tell(side, ruling, byCode, indications);
      }
    }
    for (String kind : rules.kinds().keySet()) {
      if (!kinds.contains(kind) && rules.kind(kind).register().equals(register)) {
        takeBack(side, kind, now, indications);
      }
    }
    if (!kinds.isEmpty()) {
      if (side.subject.type() == SubjectType.APPLICANT) {
        leaveGroup(side.subject, register, now, indications);
      }
      takeBackAbsorbed(side, register, now, indications);
    }
  }

  /**
   * A link that is not strong enough any more leaves a member by itself. What is told of it now is
   * its own until a group takes it up again.
   */
  private void leaveGroup(
      Subject applicant, String register, Instant now, IndicationSink indications) {
    Subject before = toldGroups.remove(applicant.key() + "/" + register);
    if (before != null && groups.byId(before.key()) == null) {
      takeBackAll(before, register, now, indications);
    }
  }

  /**
   * What was told of a member before it was linked, and of groups that grew into this one, is told
   * of the group.
   */
  private void takeBackAbsorbed(
      Side side, String register, Instant now, IndicationSink indications) {
    Set<Subject> absorbed = new LinkedHashSet<>();
    for (Member member : side.members) {
      Subject before = toldGroups.put(member.key() + "/" + register, side.subject);
      if (before != null && before.key().equals(side.subject.key())) {
        continue;
      }
      absorbed.add(new Subject(SubjectType.APPLICANT, member.key(), member.name()));
      if (before != null && groups.byId(before.key()) == null) {
        absorbed.add(before);
      }
    }
    for (Subject before : absorbed) {
      takeBackAll(before, register, now, indications);
    }
  }

  private void takeBackAll(
      Subject subject, String register, Instant now, IndicationSink indications) {
    for (String kind : rules.kinds().keySet()) {
      if (rules.kind(kind).register().equals(register)) {
        takeBack(new Side(subject, List.of()), kind, now, indications);
      }
    }
  }

  private Map<String, List<Signal>> signals(Side side, String register, Instant now) {
    Map<String, List<Signal>> byCode = new TreeMap<>();
    collect(side.subject, register, now, byCode);
    for (Member member : side.members) {
      collect(
          new Subject(SubjectType.APPLICANT, member.key(), member.name()), register, now, byCode);
    }
    return byCode;
  }

  private void collect(
      Subject subject, String register, Instant now, Map<String, List<Signal>> byCode) {
    Dossier dossier = dossiers.get(subject.id() + "/" + register);
    if (dossier != null) {
      for (Signal signal : dossier.signals(now)) {
        byCode.computeIfAbsent(signal.code(), key -> new ArrayList<>()).add(signal);
      }
    }
  }

  private static Found found(String code, List<Signal> signals) {
    double score = 0;
    int filings = 0;
    Map<String, Set<Object>> marks = new HashMap<>();
    Set<String> subjects = new LinkedHashSet<>();
    for (Signal signal : signals) {
      score = Math.max(score, signal.score());
      filings += signal.filingCount();
      subjects.add(signal.subject().id());
      for (Evidence one : signal.evidence()) {
        Object mark = one.values().get("mark");
        if (mark != null) {
          // Many marks like one owner's say more than one mark like many owners'.
          Object against = code.equals(LIKENESS) ? one.values().get("protectedMark") : "";
          marks.computeIfAbsent(String.valueOf(against), key -> new HashSet<>()).add(mark);
        }
      }
    }
    // One's own word filed in ten classes is one likeness, not ten.
    int different = marks.values().stream().mapToInt(Set::size).max().orElse(filings);
    return new Found(
        code,
        signals.get(0).family().wire(),
        Math.floor(score * 20 + 1e-9) / 20,
        rounded(subjects.size()),
        rounded(different));
  }

  /** Rules ask for few or many, and rulings are remembered by what they ask. */
  private static int rounded(int count) {
    return count < 8 ? Math.max(1, count) : Integer.highestOneBit(count);
  }

  private static List<Object> key(About about, List<Found> facts) {
    List<Object> key = new ArrayList<>(facts.size() + 1);
    key.add(about);
    key.addAll(facts);
    return key;
  }

  private void tell(
      Side side, Ruling ruling, Map<String, List<Signal>> byCode, IndicationSink indications) {
    List<Signal> signals = new ArrayList<>();
    for (String code : ruling.codes()) {
      signals.addAll(byCode.getOrDefault(code, List.of()));
    }
    List<SignalPart> parts = parts(signals);
    double score = Math.min(1, parts.stream().mapToDouble(SignalPart::part).sum());
    Filings filings = Filings.of(signals);
    String id = id(side.subject, ruling.kind());
    Said now = new Said(ruling.tier(), score, ruling.codes(), filings.count(), side.members.size());
    Said before = said.get(id);
    if (before != null && !now.saysMoreThan(before)) {
      return;
    }
    said.put(id, now);
    indications.accept(indication(id, side, ruling, signals, parts, score, filings));
  }

  private Indication indication(
      String id,
      Side side,
      Ruling ruling,
      List<Signal> signals,
      List<SignalPart> parts,
      double score,
      Filings filings) {
    Kind kind = rules.kind(ruling.kind());
    signals.sort(
        Comparator.comparingDouble((Signal signal) -> -weighed(signal)).thenComparing(Signal::id));
    Instant first =
        signals.stream().map(Signal::first).min(Comparator.naturalOrder()).orElseThrow();
    Instant last = signals.stream().map(Signal::last).max(Comparator.naturalOrder()).orElseThrow();
    return new Indication(
        id,
        side.subject,
        kind.code(),
        kind.name(),
        kind.register(),
        ruling.tier(),
        Math.round(score * 1000) / 1000.0,
        first,
        last,
        filings.numbers(),
        filings.count(),
        side.members,
        parts,
        evidence(signals),
        rules.bases(
            kind.code(), first.atZone(OFFICE).toLocalDate(), last.atZone(OFFICE).toLocalDate()),
        explanations.explain(side.subject.name(), kind, onePerCode(signals)),
        rules.version());
  }

  private double weighed(Signal signal) {
    return rules.signal(signal.code()).weight() * signal.score();
  }

  /** Of each code the strongest signal: of the same kind only the best counts. */
  private List<SignalPart> parts(List<Signal> signals) {
    Map<String, SignalPart> best = new LinkedHashMap<>();
    for (Signal signal : signals) {
      double weight = rules.signal(signal.code()).weight();
      SignalPart part =
          new SignalPart(
              signal.code(),
              signal.family(),
              signal.window(),
              rounded(signal.score()),
              weight,
              rounded(weight * signal.score()));
      best.merge(signal.code(), part, (a, b) -> b.part() > a.part() ? b : a);
    }
    return best.values().stream()
        .sorted(
            Comparator.comparingDouble((SignalPart part) -> -part.part())
                .thenComparing(SignalPart::code))
        .toList();
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }

  private static List<Signal> onePerCode(List<Signal> sorted) {
    Map<String, Signal> first = new LinkedHashMap<>();
    sorted.forEach(signal -> first.putIfAbsent(signal.code(), signal));
    return List.copyOf(first.values());
  }

  private static List<Evidence> evidence(List<Signal> signals) {
    List<Evidence> all = new ArrayList<>();
    for (Signal signal : signals) {
      for (Evidence one : signal.evidence()) {
        if (all.size() == 2 * Signal.MOST_EVIDENCE) {
          return all;
        }
        all.add(one);
      }
    }
    return all;
  }

  /** An indication that nothing supports any more is told once more, with score 0. */
  private void takeBack(Side side, String kindCode, Instant now, IndicationSink indications) {
    String id = id(side.subject, kindCode);
    if (said.remove(id) == null) {
      return;
    }
    Kind kind = rules.kind(kindCode);
    indications.accept(
        new Indication(
            id,
            side.subject,
            kind.code(),
            kind.name(),
            kind.register(),
            Tier.HINT,
            0,
            now,
            now,
            List.of(),
            0,
            side.members,
            List.of(),
            List.of(),
            List.of(),
            new Texts(
                side.subject.name() + "：原有线索已不再成立。",
                side.subject.name() + ": what was found no longer holds."),
            rules.version()));
  }

  private static String id(Subject subject, String kind) {
    String name = "indication|" + subject.id() + "|" + kind;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private record Side(Subject subject, List<Member> members) {}
}
