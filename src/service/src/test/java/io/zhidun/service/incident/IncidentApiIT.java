package io.zhidun.service.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.service.Browser;
import io.zhidun.service.Drafts;
import io.zhidun.service.RunningService;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The map and incidents over the interface, and who may do what. */
class IncidentApiIT {
  private static final String MAP =
      """
      {"origin": "CONFIGURATION",
       "nodes": [{"id": "portal", "kind": "SERVICE"},
                 {"id": "review-web", "kind": "SERVICE",
                  "labels": {"asset": "review-web-01", "runbook": "https://wiki.example/review-web"}},
                 {"id": "submit", "kind": "CAPABILITY", "name": {"zh": "提交申请", "en": "submit a filing"}}],
       "edges": [{"from": "portal", "to": "review-web", "kind": "CALLS"},
                 {"from": "portal", "to": "submit", "kind": "SERVES"}]}
      """;
  private static final String DRAWN =
      "{\"from\": \"review-web\", \"to\": \"portal\", \"kind\": \"CALLS\"}";

  private static RunningService service;
  private static Browser engineer;
  private static Browser operator;
  private static Browser auditor;

  @BeforeAll
  static void start() throws Exception {
    service = RunningService.start(Map.of("zhidun.incident.gather", "1h"));
    engineer = service.signedIn("engineer");
    operator = service.signedIn("operator");
    auditor = service.signedIn("auditor");
    engineer.post("/api/v1/topology/import", MAP).expect(200);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void theMapIsWrittenByEngineersAndAskedForAtAnyTime() {
    assertThat(operator.post("/api/v1/topology/edges", DRAWN).problem(403)).isEqualTo("forbidden");
    engineer.post("/api/v1/topology/edges", DRAWN).expect(201);

    JsonNode now = auditor.get("/api/v1/topology").expect(200).json();
    assertThat(now.path("nodes")).hasSize(3);
    assertThat(now.path("links").toString()).contains("HAND_DRAWN");
    JsonNode before = auditor.get("/api/v1/topology?at=2020-01-01T00:00:00Z").expect(200).json();
    assertThat(before.path("links")).isEmpty();
    JsonNode history =
        auditor
            .get("/api/v1/topology/history?from=review-web&to=portal&kind=CALLS")
            .expect(200)
            .json();
    assertThat(history.at("/0/origin").asString()).isEqualTo("HAND_DRAWN");
    engineer.post("/api/v1/topology/edges/end", DRAWN).expect(204);
    assertThat(auditor.get("/api/v1/topology").json().path("links")).hasSize(2);
    String wrong =
        "{\"origin\": \"RUMOUR\", \"edges\": [{\"from\": \"portal\", \"to\": \"portal\"}]}";
    assertThat(engineer.post("/api/v1/topology/import", wrong).problem(400))
        .isEqualTo("invalid-parameter");
  }

  @Test
  void threeAlertsOnANodeAreAnIncidentThatPeopleWorkOn() throws Exception {
    try (BufferedReader stream =
        new BufferedReader(new InputStreamReader(operator.stream(""), StandardCharsets.UTF_8))) {
      service.accept(
          Drafts.from("192.0.2.1"), Drafts.from("192.0.2.2"), Drafts.from("2001:db8::3"));
      service.bean(Gathering.class).gather();

      assertThat(next(stream)).contains("\"number\":\"IN-000001\"");
    }
    JsonNode listed = auditor.get("/api/v1/incidents?state=open").expect(200).json();
    assertThat(listed.path("total").asInt()).isEqualTo(1);
    String incident = "/api/v1/incidents/" + listed.at("/items/0/id").asString();
    JsonNode detail = auditor.get(incident).expect(200).json();
    assertThat(detail.at("/explanation/causes/0/node").asString()).isEqualTo("review-web");
    assertThat(detail.path("runbook").asString()).isEqualTo("https://wiki.example/review-web");
    assertThat(detail.path("alerts")).hasSize(3);

    String note = "{\"note\": \"在看\"}";
    assertThat(auditor.post(incident + "/acknowledge", note).problem(403)).isEqualTo("forbidden");
    operator.post(incident + "/acknowledge", note).expect(204);
    assertThat(engineer.post(incident + "/acknowledge", note).problem(409))
        .isEqualTo("incident-state");
    engineer.post(incident + "/notes", note).expect(204);
    engineer.post(incident + "/resolve", "{}").expect(204);
    assertThat(auditor.get(incident).json().path("trail")).hasSize(3);
    assertThat(auditor.get("/api/v1/incidents?state=broken").problem(400))
        .isEqualTo("invalid-parameter");
    assertThat(auditor.get("/api/v1/incidents/99").problem(404)).isEqualTo("not-found");
  }

  @Test
  void changesAreToldByWhoDeploys() {
    String change =
        """
        {"id": "deploy-7", "node": "review-web", "kind": "deployment", "at": "2026-11-22T11:59:00Z",
         "title": {"zh": "发布 2.4.1", "en": "deployed 2.4.1"}}
        """;
    engineer.post("/api/v1/changes", change).expect(201);
    assertThat(auditor.post("/api/v1/changes", change).problem(403)).isEqualTo("forbidden");
    assertThat(engineer.post("/api/v1/changes", "{}").problem(400)).isEqualTo("invalid-parameter");
  }

  /** Data of the next incident that the live stream tells of. */
  private static String next(BufferedReader stream) throws Exception {
    boolean named = false;
    for (String line = stream.readLine(); line != null; line = stream.readLine()) {
      if (named && line.startsWith("data:")) {
        return line;
      }
      named = line.equals("event:incident");
    }
    return "";
  }
}
