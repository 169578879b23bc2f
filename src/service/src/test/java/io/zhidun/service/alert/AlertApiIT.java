package io.zhidun.service.alert;

import static io.zhidun.service.Drafts.NOON;
import static io.zhidun.service.Drafts.from;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Json;
import io.zhidun.events.Severity;
import io.zhidun.service.Browser;
import io.zhidun.service.RunningService;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AlertApiIT {
  /** Leaves out the alert that one of these tests makes for itself. */
  private static final String RECENT = "from=2026-11-22T11:00:00Z";

  private static RunningService service;
  private static Browser operator;
  private static Browser auditor;

  @BeforeAll
  static void start() throws Exception {
    service = RunningService.start();
    operator = service.signedIn("operator");
    auditor = service.signedIn("auditor");
    service.accept(
        from("203.0.113.7").severity(Severity.CRITICAL),
        from("203.0.113.7").at(3),
        from("2001:db8::5").at(7).system("trademark"),
        from("192.0.2.1").at(12).user("<script>alert(1)</script>"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void listsNewestFirst() {
    JsonNode page = operator.get("/api/v1/alerts?" + RECENT).expect(200).json();

    assertThat(page.path("total").asInt()).isEqualTo(3);
    assertThat(page.path("next").isNull()).isTrue();
    assertThat(strings(page.path("items"), "number"))
        .containsExactly("AL-000003", "AL-000002", "AL-000001");
    JsonNode row = page.path("items").path(2);
    assertThat(row.path("group").path("source.ip").asString()).isEqualTo("203.0.113.7");
    assertThat(row.path("severity").asString()).isEqualTo("critical");
    assertThat(row.path("state").asString()).isEqualTo("firing");
    assertThat(row.path("count").asInt()).isEqualTo(2);
    assertThat(row.path("firstSeen").asString()).isEqualTo("2026-11-22T12:00:00Z");
    assertThat(row.path("acknowledgedBy").isNull()).isTrue();
    assertThat(row.at("/rule/title/zh").asString()).isEqualTo("SSH 口令猜测");
    assertThat(row.propertyNames())
        .containsExactly(
            "id",
            "number",
            "fingerprint",
            "state",
            "severity",
            "rule",
            "summary",
            "group",
            "system",
            "asset",
            "category",
            "team",
            "count",
            "firstSeen",
            "lastSeen",
            "createdAt",
            "acknowledgedBy",
            "closedBy",
            "updatedAt");
  }

  @Test
  void pagesByCursor() {
    JsonNode first = operator.get("/api/v1/alerts?limit=2&sort=-severity&" + RECENT).json();
    JsonNode rest =
        operator
            .get(
                "/api/v1/alerts?limit=2&sort=-severity&"
                    + RECENT
                    + "&cursor="
                    + first.path("next").asString())
            .json();

    assertThat(strings(first.path("items"), "number")).containsExactly("AL-000001", "AL-000003");
    assertThat(strings(rest.path("items"), "number")).containsExactly("AL-000002");
    assertThat(rest.path("next").isNull()).isTrue();
    assertThat(operator.get("/api/v1/alerts?cursor=" + first.path("next").asString()).problem(400))
        .isEqualTo("invalid-parameter");
  }

  @Test
  void namesEveryFaultOfARequestAtOnce() {
    Browser.Answer answer =
        operator.get("/api/v1/alerts?limit=abc&state=open&from=yesterday&field=x&sort=name");

    assertThat(answer.problem(400)).isEqualTo("invalid-parameter");
    assertThat(strings(answer.json().path("errors"), "name"))
        .containsExactlyInAnyOrder("limit", "state", "from", "field", "sort");
    assertThat(answer.json().path("detail").asString())
        .contains("limit must be a whole number between 1 and 500, was \"abc\"");
    assertThat(answer.json().path("instance").asString()).isEqualTo("/api/v1/alerts");
  }

  @Test
  void showsWhyAndWithWhat() {
    JsonNode alert = operator.get("/api/v1/alerts/1").expect(200).json();

    JsonNode draft = Json.mapper().valueToTree(from("203.0.113.7").at(3).draft());
    assertThat(alert.path("decision")).isEqualTo(draft.path("decision"));
    assertThat(alert.path("explanation").toString())
        .isEqualTo(draft.at("/detection/explanation").toString());
    assertThat(alert.path("events").toString()).isEqualTo(draft.at("/detection/events").toString());
    assertThat(alert.path("tags").path(0).asString()).isEqualTo("attack.t1110");
    assertThat(alert.path("runbook").asString()).isEqualTo("ssh-password-guessing");
    assertThat(strings(alert.path("detections"), "time"))
        .containsExactly("2026-11-22T12:03:00Z", "2026-11-22T12:00:00Z");
    assertThat(alert.at("/detections/0/count").asInt()).isEqualTo(5);
    assertThat(operator.get("/api/v1/alerts/AL-000001").json().path("id").asString())
        .isEqualTo("1");
    assertThat(operator.get("/api/v1/alerts/999").problem(404)).isEqualTo("not-found");
    assertThat(operator.get("/api/v1/alerts/x").problem(400)).isEqualTo("invalid-parameter");
  }

  @Test
  void hostileTextStaysData() {
    Browser.Answer answer = operator.get("/api/v1/alerts/3").expect(200);

    assertThat(answer.header("Content-Type")).startsWith("application/json");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.json().at("/events/0/fields/user.name").asString())
        .isEqualTo("<script>alert(1)</script>");
  }

  @Test
  void takesNotesAndClosesOnceAndOnlyOnce() {
    service.accept(from("192.0.2.99").at(-600));
    String path =
        "/api/v1/alerts/"
            + operator.get("/api/v1/alerts?q=192.0.2.99").json().at("/items/0/id").asString();

    JsonNode taken = operator.post(path + "/acknowledge", "{}").expect(200).json();
    assertThat(taken.path("state").asString()).isEqualTo("acknowledged");
    assertThat(taken.path("acknowledgedBy").asString()).isEqualTo("operator");
    assertThat(operator.post(path + "/acknowledge", "").problem(409)).isEqualTo("alert-state");
    operator.post(path + "/notes", "{\"note\": \"问过了 <b>\"}").expect(200);
    assertThat(operator.post(path + "/resolve", "{}").problem(400)).isEqualTo("invalid-parameter");
    assertThat(
            operator.post(path + "/notes", "{\"note\": \"" + "x".repeat(4001) + "\"}").problem(400))
        .isEqualTo("invalid-parameter");
    JsonNode closed = operator.post(path + "/resolve", "{\"note\": \"done\"}").expect(200).json();
    assertThat(closed.path("state").asString()).isEqualTo("closed");
    assertThat(closed.path("closedBy").asString()).isEqualTo("operator");
    Browser.Answer again = operator.post(path + "/resolve", "{\"note\": \"done\"}");
    assertThat(again.problem(409)).isEqualTo("alert-state");
    assertThat(again.json().path("detail").asString()).contains("closed by operator");
    assertThat(strings(closed.path("trail"), "action"))
        .containsExactly("opened", "acknowledged", "noted", "closed");
    assertThat(closed.at("/trail/2/note").asString()).isEqualTo("问过了 <b>");
  }

  @Test
  void auditorReadsOnly() {
    auditor.get("/api/v1/alerts/1").expect(200);
    auditor.get("/api/v1/platform").expect(200);
    assertThat(auditor.post("/api/v1/alerts/1/acknowledge", "{}").problem(403))
        .isEqualTo("forbidden");
    assertThat(auditor.post("/api/v1/alerts/1/notes", "{\"note\":\"x\"}").problem(403))
        .isEqualTo("forbidden");
  }

  @Test
  void countsByFacetTimeAndValue() {
    String range = "from=2026-11-22T12:00:00Z&to=2026-11-22T12:15:00Z";
    JsonNode facets = operator.get("/api/v1/alerts/facets?" + range).expect(200).json();
    assertThat(facets.at("/rule/ssh-password-guessing/count").asInt()).isEqualTo(3);
    assertThat(facets.at("/rule/ssh-password-guessing/title/en").asString())
        .isEqualTo("SSH password guessing");
    assertThat(facets.path("system").toString()).isEqualTo("{\"patent-review\":2,\"trademark\":1}");

    JsonNode histogram =
        operator.get("/api/v1/alerts/histogram?" + range + "&interval=PT5M").expect(200).json();
    assertThat(histogram.path("interval").asString()).isEqualTo("PT5M");
    assertThat(strings(histogram.path("buckets"), "time"))
        .containsExactly(NOON.toString(), "2026-11-22T12:05:00Z", "2026-11-22T12:10:00Z");
    assertThat(histogram.at("/buckets/0/critical").asInt()).isEqualTo(1);
    assertThat(histogram.at("/buckets/1/high").asInt()).isEqualTo(1);
    assertThat(operator.get("/api/v1/alerts/histogram?interval=PT1S").problem(400))
        .isEqualTo("invalid-parameter");

    JsonNode top = operator.get("/api/v1/alerts/top?by=source.ip&limit=2&" + range).json();
    assertThat(strings(top.path("items"), "value")).hasSize(2);
    assertThat(operator.get("/api/v1/alerts/top?by=password").problem(400))
        .isEqualTo("invalid-parameter");
  }

  @Test
  void searchStoreThatIsAwayIsAProblemOfItsOwn() {
    assertThat(operator.get("/api/v1/events?source.ip=203.0.113.7").problem(503))
        .isEqualTo("search-away");
    assertThat(operator.get("/api/v1/events?source.ip=nonsense").problem(400))
        .isEqualTo("invalid-parameter");
    operator.get("/api/v1/alerts").expect(200);
  }

  @Test
  void unknownPathsAndMethodsAreProblems() {
    assertThat(operator.get("/api/v1/nonsense").problem(404)).isEqualTo("not-found");
    assertThat(operator.post("/api/v1/alerts", "{}").problem(405)).isEqualTo("method-not-allowed");
  }

  @Test
  void everyAnswerCarriesTheSecurityHeaders() {
    for (String path : List.of("/api/v1/alerts", "/", "/actuator/health", "/some/page")) {
      Browser.Answer answer = operator.get(path);
      assertThat(answer.header("Content-Security-Policy"))
          .as(path)
          .contains("default-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe-eval");
      assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
      assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    }
  }

  @Test
  void metricsShowEveryHop() {
    String page = operator.get("/actuator/prometheus").expect(200).response().body();
    for (String hop : List.of("collect", "stream", "alerts", "index")) {
      assertThat(page)
          .contains("zhidun_hop_records_total{hop=\"" + hop + "\",outcome=\"in\"}")
          .contains("zhidun_hop_records_total{hop=\"" + hop + "\",outcome=\"rejected\"}")
          .contains("zhidun_hop_lag_records{hop=\"" + hop + "\"}");
    }
    assertThat(page).contains("zhidun_alert_delay_seconds_bucket");
  }

  private static List<String> strings(JsonNode list, String field) {
    List<String> values = new ArrayList<>();
    list.forEach(item -> values.add(item.path(field).asString()));
    return values;
  }
}
