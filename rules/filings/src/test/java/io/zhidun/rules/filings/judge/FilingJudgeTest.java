package io.zhidun.rules.filings.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.signal.SignalFamily;
import io.zhidun.rules.filings.signal.Subject;
import io.zhidun.rules.filings.signal.SubjectType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FilingJudgeTest {

  private static final FilingRules RULES = FilingRules.shipped();
  private static final Instant BEFORE = Instant.parse("2026-12-31T15:59:59Z");
  private static final Instant AFTER = Instant.parse("2026-12-31T16:00:00Z");

  private final List<Indication> indications = new ArrayList<>();
  private final FilingJudge judge = new FilingJudge(RULES, Groups.NONE);

  @Test
  void oneMediumSignal_isAHint() {
    see(signal("near-duplicate-text", SignalFamily.TEXT, 0.6, BEFORE));

    assertThat(last().kind()).isEqualTo("P2");
    assertThat(last().tier()).isEqualTo(Tier.HINT);
  }

  @Test
  void twoSignalsOfOneFamily_stayAHint() {
    see(signal("spliced-text", SignalFamily.TEXT, 0.8, BEFORE));
    see(signal("repeated-own-text", SignalFamily.TEXT, 0.8, BEFORE));

    assertThat(indications).allMatch(indication -> indication.tier() == Tier.HINT);
  }

  @Test
  void twoIndependentFamilies_areAWarning() {
    see(signal("near-duplicate-text", SignalFamily.TEXT, 0.6, BEFORE));
    see(signal("copied-by-same-hand", SignalFamily.LINKAGE, 0.8, BEFORE));

    assertThat(of("P1").tier()).isEqualTo(Tier.WARNING);
    assertThat(of("P1").score())
        .isEqualTo(of("P1").signals().stream().mapToDouble(SignalPart::part).sum());
    assertThat(of("P2").score()).as("P1 took its place").isZero();
  }

  @Test
  void oneKindOfSignalShownByThreeFilings_isAWarning() {
    Signal few = signal("spliced-text", SignalFamily.TEXT, 0.8, BEFORE);
    judge.see(withFilings(few, 2), "patent", indications::add);
    assertThat(last().tier()).isEqualTo(Tier.HINT);

    judge.see(withFilings(few, 3), "patent", indications::add);

    assertThat(last().tier()).isEqualTo(Tier.WARNING);
  }

  @Test
  void whatAnAccountDid_countsForTheGroupThatItFiledFor() {
    Groups.Group group = new Groups.Group("g1", "甲等 1 家", List.of(new Member("a", "甲")));
    FilingJudge grouped = new FilingJudge(RULES, new OneGroup(group));
    grouped.see(of("a", "dispersed-filing", SignalFamily.LINKAGE), "patent", indications::add);
    assertThat(of("P6").tier()).isEqualTo(Tier.HINT);
    Signal farm =
        new Signal(
            "account-farm",
            SignalFamily.CONDUCT,
            new Subject(SubjectType.ACCOUNT, "u1", "u1"),
            "all",
            0.7,
            BEFORE,
            BEFORE,
            List.of("2026104796018"),
            1,
            List.of(),
            Map.of());

    grouped.see(farm, "patent", indications::add);

    assertThat(of("P6").tier()).isEqualTo(Tier.WARNING);
  }

  @Test
  void fewLikenessesInAHoard_stayAHint() {
    judge.see(
        signal("mark-likeness", SignalFamily.MARK, 0.9, BEFORE), "trademark", indications::add);
    judge.see(
        signal("mark-hoarding", SignalFamily.RATE, 0.9, BEFORE), "trademark", indications::add);

    assertThat(of("T3").tier()).isEqualTo(Tier.HINT);
    assertThat(of("T1").tier()).isEqualTo(Tier.WARNING);
  }

  @Test
  void weakSignal_isNothing() {
    see(signal("near-duplicate-text", SignalFamily.TEXT, 0.4, BEFORE));

    assertThat(indications).isEmpty();
  }

  @Test
  void oddTextAlone_neverIsMoreThanAHint() {
    see(signal("odd-text", SignalFamily.TEXT, 1, BEFORE));
    see(signal("spliced-text", SignalFamily.TEXT, 1, BEFORE));

    assertThat(of("P3").tier()).isEqualTo(Tier.HINT);
  }

  @Test
  void kindWhoseReasonIsGone_isToldOnceMoreWithScoreZero() {
    see(signal("spliced-text", SignalFamily.TEXT, 0.8, BEFORE));
    see(signal("spliced-text", SignalFamily.TEXT, 0, BEFORE));

    assertThat(last().score()).isZero();
    assertThat(last().kind()).isEqualTo("P1");
  }

  @Test
  void filingsOnEitherSideOfTheNewTrademarkLaw_citeTheirOwn() {
    Map<Instant, String> laws = Map.of(BEFORE, "trademark-law-2019", AFTER, "trademark-law-2026");
    laws.forEach(
        (time, law) -> {
          FilingJudge fresh = new FilingJudge(RULES, Groups.NONE);
          fresh.see(
              signal("mark-likeness", SignalFamily.MARK, 0.8, time), "trademark", indications::add);
          assertThat(
                  last().legalBases().stream()
                      .map(LegalBasis::code)
                      .filter(c -> c.startsWith("trademark-law")))
              .containsExactly(law);
        });
  }

  @Test
  void groupsCase_gathersTheSignalsOfItsMembers() {
    Groups.Group group =
        new Groups.Group("g1", "甲等 2 家", List.of(new Member("a", "甲"), new Member("b", "乙")));
    FilingJudge grouped = new FilingJudge(RULES, new OneGroup(group));
    grouped.see(of("a", "near-duplicate-text", SignalFamily.TEXT), "patent", indications::add);
    grouped.see(of("b", "no-rnd-capacity", SignalFamily.PROFILE), "patent", indications::add);

    assertThat(last().subject()).isEqualTo(new Subject(SubjectType.GROUP, "g1", "甲等 2 家"));
    assertThat(of("P1").signals())
        .extracting(SignalPart::code)
        .contains("near-duplicate-text", "no-rnd-capacity");
    assertThat(of("P1").tier()).isEqualTo(Tier.WARNING);
    assertThat(last().members()).extracting(Member::key).containsExactly("a", "b");
  }

  @Test
  void groupThatGrewIntoAnother_isTakenBack() {
    List<Groups.Group> now = new ArrayList<>();
    FilingJudge grouped = new FilingJudge(RULES, new Grouped(now));
    List<Member> few = List.of(new Member("a", "甲"), new Member("b", "乙"));
    now.add(new Groups.Group("g1", "甲等 2 家", few));
    grouped.see(of("a", "near-duplicate-text", SignalFamily.TEXT), "patent", indications::add);
    assertThat(last().subject().key()).isEqualTo("g1");
    List<Member> all = new ArrayList<>(few);
    all.add(new Member("c", "丙"));
    now.set(0, new Groups.Group("g2", "丙等 3 家", all));

    grouped.see(of("c", "near-duplicate-text", SignalFamily.TEXT), "patent", indications::add);

    assertThat(indications.stream().filter(each -> each.subject().key().equals("g1")))
        .extracting(Indication::score)
        .last()
        .isEqualTo(0.0);
    assertThat(indications.stream().filter(each -> each.subject().key().equals("g2")))
        .extracting(Indication::score)
        .allMatch(score -> score > 0);
  }

  @Test
  void whatWasToldOfAMemberBeforeItWasLinked_isToldOfTheGroup() {
    List<Groups.Group> now = new ArrayList<>();
    FilingJudge grouped = new FilingJudge(RULES, new Grouped(now));
    grouped.see(of("a", "near-duplicate-text", SignalFamily.TEXT), "patent", indications::add);
    assertThat(last().subject().key()).isEqualTo("a");
    now.add(new Groups.Group("g", "乙等 2 家", List.of(new Member("b", "乙"), new Member("a", "甲"))));

    grouped.see(of("b", "near-duplicate-text", SignalFamily.TEXT), "patent", indications::add);

    assertThat(indications)
        .extracting(each -> each.subject().key() + (each.score() > 0 ? "" : " taken back"))
        .contains("g", "a taken back")
        .doesNotContain("b", "g taken back");
  }

  @Test
  void memberThatWasByItselfForAWhile_isToldOfTheGroupAgain() {
    List<Groups.Group> now = new ArrayList<>();
    FilingJudge grouped = new FilingJudge(RULES, new Grouped(now));
    Groups.Group group =
        new Groups.Group("g", "乙等 2 家", List.of(new Member("b", "乙"), new Member("a", "甲")));
    now.add(group);
    grouped.see(of("b", "near-duplicate-text", SignalFamily.TEXT), "patent", indications::add);
    now.clear();
    grouped.see(of("a", "near-duplicate-text", SignalFamily.TEXT), "patent", indications::add);
    assertThat(standing()).containsExactly("a");
    now.add(group);

    grouped.see(of("b", "no-rnd-capacity", SignalFamily.PROFILE), "patent", indications::add);

    assertThat(standing()).containsExactly("g");
  }

  @Test
  void sameSignalAgain_isNotToldAgain() {
    see(signal("spliced-text", SignalFamily.TEXT, 0.8, BEFORE));
    see(signal("spliced-text", SignalFamily.TEXT, 0.8, BEFORE));

    assertThat(indications).hasSize(1);
  }

  @Test
  void indication_neverCallsAFilingAbnormal() {
    see(signal("spliced-text", SignalFamily.TEXT, 0.8, BEFORE));

    String json = new String(IndicationJson.write(last()), StandardCharsets.UTF_8);
    assertThat(last().explanation().zh()).contains("疑似", "待核实").doesNotContain("非正常");
    assertThat(last().explanation().en()).contains("suspected").doesNotContain("abnormal");
    assertThat(json).startsWith("{\"id\":").contains("\"tier\":\"提示\"");
  }

  @Test
  void everyPublishedSignal_isCarriedBySomeKind() {
    for (String code : RULES.signalCodes()) {
      String family = code.contains("mark") ? "mark" : "text";
      boolean carried =
          List.of("patent", "trademark").stream()
              .flatMap(
                  register ->
                      RULES
                          .rule(
                              new About(type(code), register, 1),
                              List.of(new Found(code, family, 1, 1, 1)))
                          .stream())
              .findAny()
              .isPresent();
      assertThat(carried || code.equals("copied-by-same-hand")).as(code).isTrue();
    }
  }

  private static String type(String code) {
    return switch (code) {
      case "account-farm", "robot-filing" -> "account";
      case "agency-overload", "shared-signing-device", "unlicensed-agency" -> "agency";
      default -> "applicant";
    };
  }

  private void see(Signal signal) {
    judge.see(signal, "patent", indications::add);
  }

  /** Subjects of whom something told still holds. */
  private Set<String> standing() {
    Map<String, Indication> latest = new LinkedHashMap<>();
    indications.forEach(each -> latest.put(each.id(), each));
    return latest.values().stream()
        .filter(each -> each.score() > 0)
        .map(each -> each.subject().key())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Indication last() {
    return indications.get(indications.size() - 1);
  }

  private Indication of(String kind) {
    return indications.stream()
        .filter(i -> i.kind().equals(kind))
        .reduce((a, b) -> b)
        .orElseThrow();
  }

  private static Signal signal(String code, SignalFamily family, double score, Instant time) {
    return signal("a", code, family, score, time);
  }

  private static Signal of(String key, String code, SignalFamily family) {
    return signal(key, code, family, 0.8, BEFORE);
  }

  private static Signal signal(
      String key, String code, SignalFamily family, double score, Instant time) {
    return new Signal(
        code,
        family,
        new Subject(SubjectType.APPLICANT, key, key),
        "all",
        score,
        time,
        time,
        List.of("2026104796018"),
        1,
        List.of(),
        Map.of("filings", 1));
  }

  private static Signal withFilings(Signal signal, int count) {
    return new Signal(
        signal.code(),
        signal.family(),
        signal.subject(),
        signal.window(),
        signal.score(),
        signal.first(),
        signal.last(),
        signal.filings(),
        count,
        signal.evidence(),
        signal.numbers());
  }

  /** Whoever is a member of the one group of the time, if there is one, belongs to it. */
  private record Grouped(List<Group> now) implements Groups {

    @Override
    public @Nullable Group of(String applicantKey) {
      return now.stream()
          .filter(g -> g.members().stream().anyMatch(m -> m.key().equals(applicantKey)))
          .findFirst()
          .orElse(null);
    }

    @Override
    public @Nullable Group ofFiling(String applicationNumber) {
      return null;
    }

    @Override
    public @Nullable Group byId(String id) {
      return now.stream().filter(g -> g.id().equals(id)).findFirst().orElse(null);
    }
  }

  private record OneGroup(Groups.Group group) implements Groups {

    @Override
    public Groups.@Nullable Group of(String applicantKey) {
      return group;
    }

    @Override
    public Groups.@Nullable Group ofFiling(String applicationNumber) {
      return group;
    }

    @Override
    public Groups.@Nullable Group byId(String id) {
      return group;
    }
  }
}
