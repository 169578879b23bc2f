package io.zhidun.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.events.BilingualText;
import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import io.zhidun.events.Explanation;
import io.zhidun.events.RuleReference;
import io.zhidun.events.Severity;
import io.zhidun.rules.Catalog;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.entity.Entity;
import io.zhidun.rules.entity.EntityHistory;
import io.zhidun.rules.entity.Recent;
import io.zhidun.rules.judge.Assets;
import io.zhidun.rules.judge.DutyCalendar;
import io.zhidun.rules.judge.Exceptions;
import io.zhidun.rules.judge.Indicators;
import io.zhidun.rules.judge.Judge;
import io.zhidun.rules.judge.JudgeSource;
import io.zhidun.rules.judge.Profiles;
import io.zhidun.rules.judge.SiteFacts;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.rules.sigma.RuleFaults;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JudgeTest {
  private static final String OFF_DUTY = "review-login-outside-duty-hours";

  private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

  private final RuleSet rules = RuleSet.catalog();
  private final Assets assets = Catalog.assets();
  private final DutyCalendar calendar = Catalog.calendar();
  private final Judge judge = Judge.compile(Catalog.judgeSources());

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T02:00:00Z, false, Monday at ten",
    "2026-11-23T00:29:59Z, true, Monday before half past eight",
    "2026-11-23T10:00:00Z, true, Monday at six in the evening",
    "2026-11-21T02:00:00Z, true, Saturday at ten",
    "2026-10-01T02:00:00Z, true, a holiday",
    "2026-10-10T02:00:00Z, false, a Saturday worked instead",
  })
  void loginsOfExaminersAreRaisedOffDutyOnly(String time, boolean raised, String when) {
    Decision decision = decide(OFF_DUTY, time, Map.of("service.name", "patent-review"));
    assertThat(decision.raise()).as(when).isEqualTo(raised);
    assertThat(decision.reasons())
        .extracting(Decision.Reason::rule)
        .contains(raised ? "review-login-off-duty" : "review-login-in-duty-hours");
  }

  @ParameterizedTest
  @CsvSource({"review-web-01, high", "public-web-01, medium", "unheard-of, medium"})
  void severityFollowsTheAssetsLevel(String host, String severity) {
    Decision decision =
        decide("ssh-password-guessing", "2026-11-23T02:00:00Z", Map.of("host.name", host));
    assertThat(decision.raise()).isTrue();
    assertThat(decision.severity()).isEqualTo(Severity.of(severity));
  }

  @Test
  void decisionNamesAssetCategoryTeamAndRunbook() {
    Decision decision =
        decide(
            "trademark-bulk-export",
            "2026-11-23T02:00:00Z",
            Map.of("host.name", "TM-WEB-01", "user.name", "c20011"));
    assertThat(decision.asset()).isEqualTo("tm-web-01");
    assertThat(decision.system()).isEqualTo("trademark");
    assertThat(decision.category()).isEqualTo("数据安全事件");
    assertThat(decision.team()).isEqualTo("data-security");
    assertThat(decision.runbook()).isEqualTo("trademark-bulk-export");
    assertThat(decision.reasons())
        .allMatch(reason -> !reason.rule().isEmpty() && !reason.text().zh().isEmpty())
        .extracting(Decision.Reason::rule)
        .startsWith("severity-by-asset");
  }

  @Test
  void detectionIsRaisedAsItIsWhereTheJudgeFails() {
    Judge broken =
        Judge.compile(
            List.of(
                new JudgeSource(
                    "broken.drl",
                    """
                    package io.zhidun.judge;
                    import io.zhidun.rules.judge.Finding;
                    global io.zhidun.rules.judge.Verdict verdict;
                    rule "broken" when $f : Finding() then Integer.parseInt($f.getRule()); end
                    """)));
    Rule rule = rules.rule("web-scan").orElseThrow();
    Decision decision =
        broken.decide(detection(rule, Instant.EPOCH), Map.of(), rule.guidance(), assets, calendar);
    assertThat(decision.raise()).isTrue();
    assertThat(decision.severity()).isEqualTo(rule.level());
    assertThat(decision.reasons())
        .extracting(Decision.Reason::rule)
        .containsExactly("judge-failed");
  }

  @Test
  void everyDecisionStandsOnItsOwnFactsAlone() {
    Judge own =
        judge(
            """
            declare Seen end
            rule "first" when Finding( rule == "web-scan" ) not Seen()
            then insert(new Seen()); verdict.team("first", "first", "一", "one"); end
            rule "again" when Finding( rule == "ssh-password-guessing" ) Seen()
            then verdict.team("again", "again", "再", "again"); end
            """);

    assertThat(own.decide(detection("web-scan"), Map.of(), assets, calendar).team())
        .isEqualTo("first");
    assertThat(own.decide(detection("ssh-password-guessing"), Map.of(), assets, calendar).team())
        .isEmpty();
    assertThat(own.decide(detection("web-scan"), Map.of(), assets, calendar).team())
        .isEqualTo("first");
  }

  @Test
  void decisionIsMadeOnceForAllThatTheRulesAskFor() {
    Judge own =
        judge(
            """
            rule "of-admins" when $f : Finding( rule == "web-scan" )
            then
              io.zhidun.catalog.FiredRules.count();
              if ($f.field("user.name").equals("root")) {
                verdict.team("of-admins", "admins", "管", "admins", "id", $f.field("user.id"));
              }
            end
            """);

    assertThat(reason(own, "root", "0")).containsExactly(Map.entry("id", "0"));
    assertThat(reason(own, "root", "0")).containsExactly(Map.entry("id", "0"));
    assertThat(FiredRules.taken()).as("the same case twice").isEqualTo(1);

    assertThat(reason(own, "root", "7")).containsExactly(Map.entry("id", "7"));
    assertThat(reason(own, "eve", "7")).isEmpty();
    assertThat(reason(own, "eve", "8")).as("nobody asked for the id").isEmpty();
    assertThat(FiredRules.taken()).as("new answers").isEqualTo(2);
  }

  private Map<String, String> reason(Judge judge, String user, String id) {
    Map<String, String> event = Map.of("user.name", user, "user.id", id);
    return judge.decide(detection("web-scan"), event, assets, calendar).reasons().stream()
        .map(Decision.Reason::facts)
        .findFirst()
        .orElse(Map.of());
  }

  @Test
  void ruleThatAsksForNothingDecidesEveryTime() {
    Judge own = judge("rule \"all\" when then verdict.team(\"all\", \"all\", \"全\", \"all\"); end");

    for (int i = 0; i < 3; i++) {
      assertThat(own.decide(detection("web-scan"), Map.of(), assets, calendar).team())
          .isEqualTo("all");
    }
  }

  @Test
  void decisionsOfOneDetectionAreAllTheSame() {
    Decision first = decide("web-scan", "2026-11-23T02:00:00Z", Map.of("host.name", "tm-web-01"));
    decide("ssh-password-guessing", "2026-11-23T22:00:00Z", Map.of("host.name", "unknown"));

    assertThat(decide("web-scan", "2026-11-23T02:00:00Z", Map.of("host.name", "tm-web-01")))
        .isEqualTo(first);
  }

  private static Judge judge(String rules) {
    return Judge.compile(
        List.of(
            new JudgeSource(
                "own.drl",
                """
                package io.zhidun.judge;
                import io.zhidun.rules.judge.Finding;
                global io.zhidun.rules.judge.Verdict verdict;
                """
                    + rules)));
  }

  private Detection detection(String rule) {
    return detection(rules.rule(rule).orElseThrow(), Instant.EPOCH);
  }

  @Test
  void whatAnExceptionCoversIsHeldUntilItExpires() {
    Exceptions exceptions =
        Exceptions.parse(
            "exceptions.yml",
            """
            exceptions:
              - id: scanner-of-the-auditors
                rules: [web-scan]
                where: {source.ip: [192.0.2.0/28, "2001:db8::/32"], host.name: tm-web-01}
                owner: audit
                reason: yearly scan
                expires: "2026-12-01T00:00:00+08:00"
            """);
    SiteFacts site = new SiteFacts(assets, calendar, exceptions, Indicators.none());

    Decision held = decide(site, "2026-11-30T15:59:59Z", "192.0.2.15", "tm-web-01");
    assertThat(held.raise()).isFalse();
    assertThat(held.reasons())
        .last()
        .satisfies(
            reason -> {
              assertThat(reason.rule()).isEqualTo("excepted");
              assertThat(reason.facts())
                  .containsEntry("owner", "audit")
                  .containsEntry("reason", "yearly scan")
                  .containsEntry("expires", "2026-11-30T16:00:00Z");
            });
    assertThat(decide(site, "2026-11-30T15:59:59Z", "2001:db8::5", "tm-web-01").raise()).isFalse();
    assertThat(decide(site, "2026-11-30T16:00:00Z", "192.0.2.15", "tm-web-01").raise())
        .as("expired")
        .isTrue();
    assertThat(decide(site, "2026-11-30T15:59:59Z", "192.0.2.16", "tm-web-01").raise())
        .as("another address")
        .isTrue();
    assertThat(decide(site, "2026-11-30T15:59:59Z", "192.0.2.15", "public-web-01").raise())
        .as("another host")
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{id: a, rules: [r], where: {x: y}, owner: o, reason: r}"
            + "|exception \"a\": Text '' could not be parsed",
        "{id: a, rules: [r], where: {}, owner: o, reason: r, expires: '2026-12-01T00:00:00Z'}"
            + "|exception \"a\": needs rules and a condition on a field",
        "{id: a, rules: [r], where: {x: y}, reason: r, expires: '2026-12-01T00:00:00Z'}"
            + "|exception \"a\" needs an id, an owner and a reason",
        "{id: a, rules: [r], where: {x: 1.2.3.4/33}, owner: o, reason: r, expires: '2026-12-01T00:00:00Z'}"
            + "|prefix of \"1.2.3.4/33\" is not between 0 and 32",
        "{id: a, rule: r}|\"rule\" is not one of [expires, from, id, owner, reason, rules, where]",
      })
  void anExceptionThatSaysTooLittleIsRefused(String entry, String message) {
    String text = "exceptions: [" + entry + "]";
    assertThatThrownBy(() -> Exceptions.parse("exceptions.yml", text))
        .hasMessageStartingWith("exceptions.yml: ")
        .hasMessageContaining(message);
  }

  @Test
  void aKnownIndicatorMakesADetectionMoreSevere() {
    Indicators indicators =
        Indicators.parse(
            "indicators.csv",
            """
            # kind,value,expires,source,note
            ip,203.0.113.0/24,2027-01-01T00:00:00Z,cert,scanner network
            ip,2001:db8::7,2027-01-01T00:00:00Z,cert,"scanner, again"
            """);
    SiteFacts site = new SiteFacts(assets, calendar, Exceptions.none(), indicators);

    Decision known = decide(site, "2026-11-23T02:00:00Z", "203.0.113.9", "public-web-01");
    Decision unknown = decide(site, "2026-11-23T02:00:00Z", "203.0.114.9", "public-web-01");
    Decision written = decide(site, "2026-11-23T02:00:00Z", "2001:DB8:0::7", "public-web-01");
    Decision expired = decide(site, "2027-01-01T00:00:00Z", "203.0.113.9", "public-web-01");

    assertThat(known.severity()).isEqualTo(Severity.values()[unknown.severity().ordinal() + 1]);
    assertThat(written.severity()).isEqualTo(known.severity());
    assertThat(expired.severity()).isEqualTo(unknown.severity());
    assertThat(known.reasons())
        .filteredOn(reason -> reason.rule().equals("indicator-shown"))
        .singleElement()
        .satisfies(
            reason ->
                assertThat(reason.facts())
                    .containsEntry("field", "source.ip")
                    .containsEntry("indicator", "203.0.113.0/24")
                    .containsEntry("source", "cert"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "adress,1.2.3.4,2027-01-01T00:00:00Z,x|indicators.csv:2: kind \"adress\" is not one of",
        "ip,1.2.3.4|indicators.csv:2: needs kind, value, expires and source, has 2 cells",
        "ip,1.2.3.0/64,2027-01-01T00:00:00Z,x|indicators.csv:2: prefix of \"1.2.3.0/64\"",
      })
  void anIndicatorThatCannotBeIsRefusedWithItsLine(String line, String message) {
    assertThatThrownBy(() -> Indicators.parse("indicators.csv", "# list\n" + line))
        .hasMessageContaining(message);
  }

  @Test
  void anEntityBehindSeveralRulesMakesADetectionMoreSevere() {
    SiteFacts site = new SiteFacts(assets, calendar, Exceptions.none(), Indicators.none());
    EntityHistory two = after("web-scan", false).with(past(2, "dns-tunnel"), false);
    EntityHistory held = after("web-scan", false).with(past(2, "dns-tunnel"), true);

    Decision alone = decide(site, EntityHistory.NONE);
    Decision second = decide(site, after("web-scan", false));
    Decision third = decide(site, two);

    assertThat(second.severity()).isEqualTo(alone.severity());
    assertThat(decide(site, held).severity()).as("the judge held one").isEqualTo(alone.severity());
    assertThat(third.severity()).isEqualTo(Severity.values()[alone.severity().ordinal() + 1]);
    assertThat(third.reasons())
        .filteredOn(reason -> reason.rule().equals("entity-behind-several-rules"))
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.text().zh())
                  .isEqualTo(
                      "同一 user.name 在 1 小时内出现在至少 3 条规则的检测中"
                          + "（dns-tunnel、ssh-password-guessing、web-scan），级别上调一级");
              assertThat(reason.text().en())
                  .startsWith("The same user.name stands in detections of at least 3 rules");
              assertThat(reason.facts())
                  .containsEntry("entity", "user.name")
                  .containsEntry("rules", "3")
                  .containsEntry("rule.names", "dns-tunnel, ssh-password-guessing, web-scan")
                  .containsEntry("within hours", "1");
            });
  }

  private static EntityHistory after(String rule, boolean held) {
    return EntityHistory.NONE.with(past(1, rule), held);
  }

  private static Detection past(int second, String rule) {
    Instant time = MONDAY.minusSeconds(60 - second);
    RuleReference reference =
        new RuleReference("id-of-" + rule, rule, "1", new BilingualText(rule, rule));
    return new Detection(
        rule + second,
        time,
        reference,
        Severity.LOW,
        Map.of("user.name", "eve"),
        1,
        List.of(),
        List.of(),
        Duration.ZERO,
        0,
        false,
        new Explanation(new BilingualText("", ""), List.of(), null));
  }

  private Decision decide(SiteFacts site, EntityHistory history) {
    Rule rule = rules.rule("ssh-password-guessing").orElseThrow();
    Detection detection = detection(rule, MONDAY);
    Map<String, String> event = Map.of("user.name", "eve", "source.ip", "203.0.113.9");
    Recent recent = history.upTo(Entity.of(Map.of(), event), detection);
    return judge.decide(detection, event, rule.guidance(), site, recent);
  }

  @Test
  void workFromOutsideOfAnAccountsUsualNetworksIsNoted() {
    Profiles profiles =
        Profiles.parse(
            "entities.csv",
            """
            kind,value,role,department,networks,hours,expires,note-zh,note-en
            user,e*,examiner,review,10.1.0.0/16 2001:db8::/32,duty,2027-01-01T00:00:00Z,,
            """);
    SiteFacts without = new SiteFacts(assets, calendar, Exceptions.none(), Indicators.none());
    SiteFacts with =
        new SiteFacts(assets, calendar, Exceptions.none(), Indicators.none(), profiles);

    Decision unknown = decide(without, EntityHistory.NONE);
    Decision outside = decide(with, EntityHistory.NONE);

    assertThat(outside.severity()).isEqualTo(unknown.severity());
    assertThat(outside.raise()).isEqualTo(unknown.raise());
    assertThat(outside.reasons()).hasSize(unknown.reasons().size() + 1);
    assertThat(outside.reasons())
        .filteredOn(reason -> reason.rule().equals("account-outside-usual-networks"))
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.text().zh()).startsWith("203.0.113.9 不在账号档案 e* 的常用网段");
              assertThat(reason.facts())
                  .containsEntry("source.ip", "203.0.113.9")
                  .containsEntry("profile", "e*")
                  .containsEntry("networks", "10.1.0.0/16 2001:db8::/32");
            });
  }

  @Test
  void rulesMayAskForEverythingKnownOfAnEntity() {
    Judge own =
        judge(
            """
            import io.zhidun.rules.judge.History;
            import io.zhidun.rules.judge.Profile;
            rule "all"
            when
              Finding()
              $h : History( entity == "user.name", detections >= 2 )
              $p : Profile( known == true, outsideHours == true )
            then
              verdict.note("all", "全", "all",
                  "value", $h.getValue(), "rules", $h.getRules(), "held", $h.getHeldRules(),
                  "detections", $h.getDetections(), "highest", $h.getHighest(),
                  "days", $h.getDaysKnown(), "role", $p.getRole(), "department",
                  $p.getDepartment(), "note", $p.getNoteZh() + $p.getNoteEn());
            end
            """);
    Profiles profiles =
        Profiles.parse(
            "entities.csv",
            """
            kind,value,role,department,networks,hours,expires,note-zh,note-en
            user,eve,examiner,review,,22:00-06:00,2027-01-01T00:00:00Z,夜班,nights
            """);
    SiteFacts site =
        new SiteFacts(assets, calendar, Exceptions.none(), Indicators.none(), profiles);
    EntityHistory history = after("web-scan", false);
    for (int second = 2; second < 9; second++) {
      history = history.with(past(second, "dns-tunnel"), true);
    }
    Map<String, String> event = Map.of("user.name", "Eve");
    Detection detection = detection(rules.rule("web-scan").orElseThrow(), MONDAY);
    Recent recent = history.upTo(Entity.of(Map.of(), event), detection);

    Decision decision = own.decide(detection, event, null, site, recent);

    assertThat(decision.reasons())
        .singleElement()
        .extracting(Decision.Reason::facts)
        .isEqualTo(
            Map.of(
                "value", "eve",
                "rules", "2",
                "held", "1",
                "detections", "5",
                "highest", detection.level().toString(),
                "days", "0",
                "role", "examiner",
                "department", "review",
                "note", "夜班nights"));
  }

  @Test
  void entitiesThatWereBehindAsMuchAreDecidedAlike() {
    Judge own =
        judge(
            """
            import io.zhidun.rules.judge.History;
            rule "many" when Finding() History( rules >= 2, $rules : rules )
            then
              io.zhidun.catalog.FiredRules.count();
              verdict.note("many", "多", "many", "rules", $rules);
            end
            """);
    SiteFacts site = new SiteFacts(assets, calendar, Exceptions.none(), Indicators.none());
    Detection detection = detection(rules.rule("web-scan").orElseThrow(), MONDAY);
    FiredRules.taken();
    for (int i = 0; i < 20; i++) {
      Map<String, String> event = Map.of("user.name", "user" + i);
      EntityHistory history = after("port-scan", false).with(past(i + 2, "port-scan"), false);
      Recent recent = history.upTo(Entity.of(Map.of(), event), detection);

      assertThat(own.decide(detection, event, null, site, recent).reasons()).hasSize(1);
    }
    assertThat(FiredRules.taken()).isEqualTo(1);
  }

  @Test
  void theSeverityTableMayBeAnyKindOfSpreadsheet() throws IOException {
    JudgeSource rules =
        Catalog.judgeSources().stream()
            .filter(source -> source.name().endsWith(".drl"))
            .findFirst()
            .orElseThrow();
    Judge own =
        Judge.compile(List.of(rules, new JudgeSource("severity.xlsx", workbook("CRITICAL"))));

    Decision decision =
        own.decide(detection("web-scan"), Map.of("host.name", "tm-web-01"), assets, calendar);

    assertThat(decision.severity()).isEqualTo(Severity.CRITICAL);
    assertThatThrownBy(() -> Judge.compile(List.of(rules, new JudgeSource("a.xlsx", "no sheet"))))
        .isInstanceOf(RuleFaults.class)
        .hasMessageContaining("a.xlsx: ");
    JudgeSource unknown = new JudgeSource("severity.xlsx", workbook("HGH"));
    assertThatThrownBy(() -> Judge.compile(List.of(rules, unknown)))
        .isInstanceOf(RuleFaults.class)
        .hasMessageContaining("HGH cannot be resolved");
  }

  /** One row: what the severity of web-scan becomes on an asset of level 3. */
  private static byte[] workbook(String severity) throws IOException {
    String[][] rows = {
      {"RuleSet", "io.zhidun.judge", "", ""},
      {
        "Import",
        "io.zhidun.events.Severity, io.zhidun.rules.judge.Asset, io.zhidun.rules.judge.Finding",
        "",
        ""
      },
      {"Variables", "io.zhidun.rules.judge.Verdict verdict", "", ""},
      {"RuleTable severity", "", "", ""},
      {"PRIORITY", "CONDITION", "CONDITION", "ACTION"},
      {"", "$finding : Finding", "$asset : Asset", ""},
      {
        "",
        "level == Severity.$param",
        "level == $param",
        "verdict.severityOnAsset($finding, $asset, Severity.$param);"
      },
      {"order", "finding", "asset", "severity"},
      {"100", "MEDIUM", "3", severity},
    };
    try (XSSFWorkbook book = new XSSFWorkbook();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      XSSFSheet sheet = book.createSheet("severity");
      for (int y = 0; y < rows.length; y++) {
        XSSFRow row = sheet.createRow(y);
        for (int x = 0; x < rows[y].length; x++) {
          row.createCell(x).setCellValue(rows[y][x]);
        }
      }
      book.write(out);
      return out.toByteArray();
    }
  }

  private Decision decide(SiteFacts site, String time, String address, String host) {
    Rule rule = rules.rule("web-scan").orElseThrow();
    return judge.decide(
        detection(rule, Instant.parse(time)),
        Map.of("source.ip", address, "host.name", host),
        rule.guidance(),
        site);
  }

  @Test
  void rulesThatDoNotCompileAreRefusedWithTheirFaults() {
    JudgeSource source = new JudgeSource("x.drl", "package a; rule \"r\" when Nothing() then end");
    assertThatThrownBy(() -> Judge.compile(List.of(source)))
        .isInstanceOf(RuleFaults.class)
        .hasMessageContaining("x.drl");
  }

  private Decision decide(String name, String time, Map<String, String> event) {
    Rule rule = rules.rule(name).orElseThrow();
    return judge.decide(
        detection(rule, Instant.parse(time)), event, rule.guidance(), assets, calendar);
  }

  private static Detection detection(Rule rule, Instant time) {
    RuleReference reference = rule.reference();
    return new Detection(
        "d1",
        time,
        reference,
        rule.level(),
        Map.of(),
        1,
        List.of(),
        rule.tags(),
        Duration.ofMinutes(10),
        0,
        false,
        new Explanation(new BilingualText("", ""), List.of(), null));
  }
}
