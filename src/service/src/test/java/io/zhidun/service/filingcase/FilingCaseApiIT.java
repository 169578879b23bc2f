package io.zhidun.service.filingcase;

import static io.zhidun.service.filingcase.Filings.NOON;
import static io.zhidun.service.filingcase.Filings.patent;
import static io.zhidun.service.filingcase.Indications.group;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.service.Browser;
import io.zhidun.service.Drafts;
import io.zhidun.service.RunningService;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FilingCaseApiIT {
  private static final String CASES = "/api/v1/filing-cases";
  private static final String FIRST = "2026100000011";
  private static final String SECOND = "2026100000022";

  private static RunningService service;
  private static Browser reviewer;
  private static Browser auditor;
  private static Browser operator;
  private static Browser engineer;
  private static JsonNode description;

  @BeforeAll
  static void start() throws Exception {
    service = RunningService.start();
    reviewer = service.signedIn("reviewer");
    auditor = service.signedIn("auditor");
    operator = service.signedIn("operator");
    engineer = service.signedIn("engineer");
    service
        .bean(FilingStore.class)
        .store(
            List.of(
                Filings.read(patent(FIRST, "AAA")),
                Filings.read(patent(SECOND, "BBB").put("deviceFingerprint", "device-AAA")),
                Filings.read(Filings.action("sign-in", "account-AAA", "device-AAA", NOON))));
    service.bean(CaseBook.class).accept(List.of(group("g1").read()));
    service.accept(Drafts.from("203.0.113.7"), Drafts.from("192.0.2.1"));
    description = reviewer.get("/api/v1/openapi.json").json();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void everyRoleReadsAndOnlyReviewersAct() {
    for (Browser other : List.of(auditor, operator, engineer)) {
      assertThat(other.get(CASES).expect(200).json().path("total").asInt()).isPositive();
      other.get(CASES + "/1").expect(200);
      String note = "{\"note\": \"x\", \"to\": \"preliminary\", \"ids\": [1], \"username\": null}";
      for (String path : List.of("/1/moves", "/moves", "/1/notes", "/1/assignee")) {
        assertThat(other.post(CASES + path, note).problem(403)).as(path).isEqualTo("forbidden");
      }
      assertThat(other.get("/api/v1/filings/" + FIRST + "?reveal=true").problem(403))
          .isEqualTo("forbidden");
    }
  }

  @Test
  void aReviewerReadsAlertsAndDoesNotActOnThem() {
    reviewer.get("/api/v1/alerts/1").expect(200);
    assertThat(reviewer.post("/api/v1/alerts/1/acknowledge", "{}").problem(403))
        .isEqualTo("forbidden");
    assertThat(reviewer.post("/api/v1/proposals", "{}").problem(403)).isEqualTo("forbidden");
  }

  @Test
  void aReviewerWorksOnACaseFromTheListToTheReport() {
    service.bean(CaseBook.class).accept(List.of(group("work").read()));
    String id =
        reviewer
            .get(CASES + "?state=pending&sort=-openedAt&limit=1")
            .json()
            .at("/items/0/id")
            .asString();
    String one = CASES + "/" + id;

    reviewer.post(one + "/assignee", "{\"username\": \"reviewer\"}").expect(200);
    JsonNode moved = move(one, "preliminary", "");
    assertThat(moved.path("state").asString()).isEqualTo("preliminary");
    assertThat(moved.at("/assignee/username").asString()).isEqualTo("reviewer");
    assertThat(move(one, "notified", ", \"replyDays\": 30").path("dueAt").isNull()).isFalse();
    assertThat(
            reviewer.post(one + "/moves", "{\"to\": \"confirmed\", \"note\": \"x\"}").problem(409))
        .isEqualTo("filing-case-state");
    move(one, "answered", "");
    JsonNode closed =
        move(one, "confirmed", ", \"outcomes\": [{\"kind\": \"P6\", \"confirmed\": true}]");
    assertThat(closed.at("/outcomes/0/outcome").asString()).isEqualTo("confirmed");

    String month = closed.path("openedAt").asString().substring(0, 7);
    JsonNode report = auditor.get(CASES + "/report?month=" + month).expect(200).json();
    assertThat(report.at("/byKind/0/confirmed").asInt()).isEqualTo(1);
    assertThat(report.at("/bySignal/0/precision").asDouble()).isEqualTo(1);
  }

  private static JsonNode move(String one, String to, String more) {
    return reviewer
        .post(one + "/moves", "{\"to\": \"" + to + "\", \"note\": \"已核对\"" + more + "}")
        .expect(200)
        .json();
  }

  @Test
  void badRequestsNameWhatIsWrong() {
    for (String query :
        List.of(
            "?assignee=%00",
            "?state=open", "?tier=low", "?kind=X", "?register=r", "?sort=name", "?cursor=x")) {
      assertThat(reviewer.get(CASES + query).problem(400)).as(query).isEqualTo("invalid-parameter");
    }
    for (String body :
        List.of(
            "{\"to\": \"preliminary\"}",
            "{\"to\": \"nonsense\", \"note\": \"x\"}",
            "{\"to\": \"preliminary\", \"note\": \"" + "长".repeat(2001) + "\"}",
            "{\"to\": \"notified\", \"note\": \"x\", \"replyDays\": 0}",
            "{\"to\": \"dismissed\", \"note\": \"x\", \"outcomes\": [{\"kind\": \"<b>\"}]}")) {
      assertThat(reviewer.post(CASES + "/1/moves", body).problem(400))
          .as(body)
          .isEqualTo("invalid-parameter");
    }
    assertThat(reviewer.post(CASES + "/1/moves", "[1]").problem(400)).isEqualTo("unreadable-body");
    assertThat(reviewer.post(CASES + "/moves", "{\"ids\": []}").problem(400))
        .isEqualTo("invalid-parameter");
    assertThat(reviewer.get(CASES + "/99").problem(404)).isEqualTo("not-found");
    assertThat(reviewer.get(CASES + "/x").problem(400)).isEqualTo("invalid-parameter");
    assertThat(reviewer.get(CASES + "/report?month=2026").problem(400))
        .isEqualTo("invalid-parameter");
    assertThat(reviewer.get("/api/v1/filings/none").problem(404)).isEqualTo("not-found");
    assertThat(reviewer.post(CASES + "/1/assignee", "{\"username\": \"\\u0000\"}").problem(400))
        .isEqualTo("invalid-parameter");
    assertThat(reviewer.get("/api/v1/filings/compare?a=%00&b=" + FIRST).problem(400))
        .isEqualTo("invalid-parameter");
    assertThat(reviewer.get("/api/v1/filings/compare?a=" + FIRST).problem(400))
        .isEqualTo("invalid-parameter");
  }

  @Test
  void everyViewOfPersonsIsLoggedAndAReviewerSeesOnlyTheirOwn() {
    JsonNode masked = operator.get("/api/v1/filings/" + FIRST).expect(200).json();
    assertThat(masked.at("/inventors/0/name").asString()).isEqualTo("赵**");
    long before = auditor.get(CASES + "/access-log").json().path("total").asLong();

    JsonNode open =
        reviewer.get("/api/v1/filings/" + FIRST + "?reveal=true&caseId=1").expect(200).json();

    assertThat(open.at("/inventors/0/name").asString()).isEqualTo("赵一明");
    JsonNode log = auditor.get(CASES + "/access-log?limit=1").expect(200).json();
    assertThat(log.path("total").asLong()).isEqualTo(before + 1);
    assertThat(log.at("/items/0/by").asString()).isEqualTo("reviewer");
    assertThat(log.at("/items/0/applicationNumber").asString()).isEqualTo(FIRST);
    assertThat(log.at("/items/0/caseId").asInt()).isEqualTo(1);
    reviewer.get(CASES + "/access-log").expect(200);
    assertThat(operator.get(CASES + "/access-log").problem(403)).isEqualTo("forbidden");
    assertThat(engineer.get(CASES + "/access-log").problem(403)).isEqualTo("forbidden");
    has("FilingAccess", log.at("/items/0"));
  }

  @Test
  void theLiveStreamTellsOfACaseRightAfterTheCommit() throws Exception {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(operator.stream(""), StandardCharsets.UTF_8))) {
      String line = lines.readLine();
      while (!line.contains("platform") && !line.startsWith(":")) {
        line = lines.readLine();
      }
      reviewer.post(CASES + "/1/notes", "{\"note\": \"待核实\"}").expect(200);
      while (!line.equals("event:filing-case")) {
        line = lines.readLine();
      }
      assertThat(lines.readLine()).startsWith("data:{\"id\":1,\"number\":\"FC-");
    }
  }

  @Test
  void anAlertShowsTheCasesOfItsAddress() {
    JsonNode cases = operator.get("/api/v1/alerts/1").expect(200).json().path("filingCases");
    assertThat(cases.isEmpty()).isFalse();
    assertThat(cases.at("/0/number").asString()).startsWith("FC-");
    has("FilingCaseReference", cases.path(0));
    assertThat(operator.get("/api/v1/alerts/2").json().path("filingCases")).isEmpty();
  }

  @Test
  void metricsShowBothHops() {
    String page = operator.get("/actuator/prometheus").expect(200).response().body();
    for (String hop : List.of("filings", "indications")) {
      assertThat(page)
          .contains("zhidun_hop_records_total{hop=\"" + hop + "\",outcome=\"rejected\"}")
          .contains("zhidun_hop_lag_records{hop=\"" + hop + "\"}");
    }
  }

  @Test
  void whatIsAnsweredIsWhatIsDescribed() {
    has("FilingCase", list().at("/items/0"));
    has("FilingSubject", list().at("/items/0/subject"));
    has("FilingCaseReport", reviewer.get(CASES + "/report?month=2026-11").json());
    has("FilingLinkGraph", reviewer.get(CASES + "/1/graph").expect(200).json());
    has("FilingTimelineItem", reviewer.get(CASES + "/1/timeline").json().at("/items/0"));
    has(
        "FilingComparison",
        reviewer.get("/api/v1/filings/compare?a=" + FIRST + "&b=" + SECOND).expect(200).json());
    JsonNode more = description.at("/components/schemas/FilingCaseDetail/allOf/1/properties");
    assertThat(reviewer.get(CASES + "/1").json().propertyNames()).containsAll(more.propertyNames());
  }

  private static JsonNode list() {
    return reviewer.get(CASES).json();
  }

  private static void has(String schema, JsonNode answer) {
    JsonNode properties = description.at("/components/schemas/" + schema + "/properties");
    assertThat(answer.propertyNames())
        .as(schema)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(properties.propertyNames());
  }
}
