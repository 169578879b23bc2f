package io.zhidun.service.ruleset;

import static io.zhidun.service.ruleset.SiteRuleTexts.TOOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.zhidun.events.Json;
import io.zhidun.service.Browser;
import io.zhidun.service.RunningService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Against a server that answers like Elasticsearch, from events that it makes up. */
class DryRunIT {
  private static final int EVENTS = 1_000;
  private static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

  @TempDir private Path site;

  private HttpServer store;
  private RunningService service;
  private Browser engineer;
  private final Semaphore parts = new Semaphore(0);
  private volatile String question = "";
  private volatile int status = 200;

  @BeforeEach
  void start() throws Exception {
    store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    store.createContext("/", this::answer);
    store.start();
    service =
        RunningService.start(
            Map.of(
                "zhidun.search.elasticsearch",
                "http://127.0.0.1:" + store.getAddress().getPort(),
                "zhidun.site.folder",
                site.toString()));
    engineer = service.signedIn("engineer");
  }

  @AfterEach
  void stop() {
    parts.release(1_000);
    service.close();
    store.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    parts.acquireUninterruptibly();
    question = body;
    String answer =
        exchange.getRequestURI().getPath().endsWith("_msearch") ? found(body) : part(body);
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** Events behind the position asked for, as many as asked for; every fifth is a scan. */
  private static String part(String body) {
    JsonNode asked = Json.mapper().readTree(body);
    int from =
        asked.path("search_after").isMissingNode()
            ? 0
            : Integer.parseInt(asked.at("/search_after/1").asString().substring("auth:1:".length()))
                + 1;
    ObjectNode answer = Json.mapper().createObjectNode().put("took", 1).put("timed_out", false);
    answer.putObject("_shards").put("total", 1).put("successful", 1).put("failed", 0);
    ObjectNode hits = answer.putObject("hits");
    hits.putObject("total").put("value", EVENTS).put("relation", "eq");
    ArrayNode list = hits.putArray("hits");
    for (int i = from; i < Math.min(EVENTS, from + asked.path("size").asInt()); i++) {
      Instant time = START.plusSeconds(60L * i);
      ObjectNode hit = list.addObject().put("_index", "zhidun-events-x").put("_id", "" + i);
      ObjectNode source = hit.putObject("_source").put("@timestamp", time.toString());
      source.putObject("event").put("id", "auth:1:" + i).put("dataset", "syslog");
      source.putObject("process").put("name", i % 5 == 0 ? "nmap" : "sshd");
      source.putObject("host").put("name", "web-" + i % 2);
      hit.putArray("sort").add(time.toEpochMilli()).add("auth:1:" + i);
    }
    return answer.toString();
  }

  /** Says of each search whether it found anything: of all but what asks for a user. */
  private static String found(String body) {
    ObjectNode answer = Json.mapper().createObjectNode().put("took", 1);
    ArrayNode responses = answer.putArray("responses");
    body.lines()
        .filter(line -> line.contains("\"query\""))
        .forEach(
            line -> {
              ObjectNode one = responses.addObject().put("took", 1).put("timed_out", false);
              one.put("status", 200);
              one.putObject("_shards").put("total", 1).put("successful", 1).put("failed", 0);
              ObjectNode hits = one.putObject("hits");
              boolean known = !line.contains("user.name") && !line.contains("nginx");
              hits.putObject("total").put("value", known ? 1 : 0).put("relation", "eq");
              hits.putArray("hits");
            });
    return answer.toString();
  }

  private static String rule(String field) {
    // Read from syslog, where the format does not say which product it is from.
    return TOOL.replace("logsource: {product: linux}", "logsource: {product: linux, service: sshd}")
        .replace("process.name: nmap", field);
  }

  private static String request(String text) {
    ObjectNode request = Json.mapper().createObjectNode().put("title", "t").put("days", 7);
    request.putArray("changes").addObject().put("kind", "put").put("text", text);
    return request.toString();
  }

  @Test
  void readsEverythingInPartsAndPredicts() {
    parts.release(1_000);
    JsonNode started = engineer.post("/api/v1/dryruns", request(TOOL)).expect(202).json();
    JsonNode done = awaitEnd(started.path("id").asString());

    assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("done");
    assertThat(done.path("events").asInt()).isEqualTo(EVENTS);
    assertThat(done.path("total").asInt()).isEqualTo(EVENTS);
    JsonNode result = done.path("result");
    assertThat(result.path("detections").asInt()).isEqualTo(200);
    assertThat(result.path("alerts").asInt()).isEqualTo(1);
    assertThat(result.at("/entities/host.name/0/value").asString()).startsWith("web-");
    assertThat(result.at("/difference/added").asInt()).isEqualTo(200);
    assertThat(result.at("/difference/running").asInt()).isZero();
    assertThat(result.at("/examples/0/detection/events/0/id").asString()).startsWith("auth:1:");
    assertThat(result.at("/examples/0/decision/raise").asBoolean()).isTrue();
    assertThat(result.path("whole").asBoolean()).isTrue();
    JsonNode filter = Json.mapper().readTree(question).at("/query/bool");
    assertThat(filter.at("/must_not/0/terms/event.dataset").toString())
        .contains("nginx-access")
        .doesNotContain("syslog");
  }

  @Test
  void judgesByTheSitesExceptionsAndAssets() throws Exception {
    Files.writeString(
        site.resolve("exceptions.yml"),
        """
        exceptions:
          - id: yearly-scan
            rules: [site-port-scanner]
            where: {host.name: web-0}
            owner: audit
            reason: Contracted penetration test
            expires: "2026-12-24T00:00:00+08:00"
        """);
    parts.release(1_000);
    JsonNode done =
        awaitEnd(
            engineer
                .post("/api/v1/dryruns", request(TOOL))
                .expect(202)
                .json()
                .path("id")
                .asString());

    assertThat(done.at("/result/detections").asInt()).isEqualTo(200);
    // Every second scan is on web-0, where it is expected.
    assertThat(done.at("/result/held").asInt()).isEqualTo(100);
  }

  @Test
  void saysWhichFileOfTheSiteIsWrong() throws Exception {
    Files.writeString(site.resolve("exceptions.yml"), "exceptions: [{id: x}]\n");
    parts.release(1_000);
    JsonNode ended =
        awaitEnd(
            engineer
                .post("/api/v1/dryruns", request(TOOL))
                .expect(202)
                .json()
                .path("id")
                .asString());

    assertThat(ended.path("state").asString()).isEqualTo("failed");
    assertThat(ended.path("message").asString()).startsWith("site: ").contains("exceptions.yml");
  }

  @Test
  void aRunIsCancelledBetweenParts() {
    parts.release(1);
    String id =
        engineer.post("/api/v1/dryruns", request(TOOL)).expect(202).json().path("id").asString();
    await().atMost(Duration.ofSeconds(20)).until(() -> read(id).path("events").asInt() > 0);

    engineer.delete("/api/v1/dryruns/" + id).expect(200);
    parts.release(1_000);

    JsonNode ended = awaitEnd(id);
    assertThat(ended.path("state").asString()).isEqualTo("cancelled");
    assertThat(ended.path("events").asInt()).isLessThan(EVENTS).isPositive();
    assertThat(ended.at("/result/detections").asInt()).isPositive();
  }

  @Test
  void aStoreThatRefusesFailsTheRunAndNothingElse() {
    status = 500;
    parts.release(1_000);
    String id =
        engineer.post("/api/v1/dryruns", request(TOOL)).expect(202).json().path("id").asString();

    JsonNode ended = awaitEnd(id);
    assertThat(ended.path("state").asString()).isEqualTo("failed");
    assertThat(ended.path("message").asString()).isEqualTo("search-away");
    JsonNode coverage =
        engineer.post("/api/v1/rulesets/coverage", request(TOOL)).expect(200).json();
    assertThat(coverage.path("answered").asBoolean()).isFalse();
  }

  @Test
  void refusesWhatCannotRun() {
    assertThat(engineer.post("/api/v1/dryruns", request("title: [")).problem(422))
        .isEqualTo("rule-faults");
    assertThat(
            engineer
                .post("/api/v1/dryruns", request(TOOL).replace("\"days\":7", "\"days\":99"))
                .problem(400))
        .isEqualTo("invalid-parameter");
    assertThat(engineer.get("/api/v1/dryruns/77").problem(404)).isEqualTo("not-found");
  }

  @Test
  void namesFieldsAndLogsThatNobodySends() {
    parts.release(1_000);
    JsonNode coverage =
        engineer
            .post("/api/v1/rulesets/coverage", request(rule("{user.name: eve, source.ip: '::1'}")))
            .expect(200)
            .json();

    assertThat(coverage.path("answered").asBoolean()).isTrue();
    assertThat(coverage.at("/rules/0/missingFields").toString()).isEqualTo("[\"user.name\"]");
    assertThat(coverage.at("/rules/0/logSourceSeen").asBoolean()).isTrue();
    assertThat(coverage.at("/rules/0/formats").toString()).contains("sshd");
  }

  private JsonNode read(String id) {
    return engineer.get("/api/v1/dryruns/" + id).expect(200).json();
  }

  private JsonNode awaitEnd(String id) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () -> {
              String state = read(id).path("state").asString();
              return !state.equals("waiting") && !state.equals("running");
            });
    return read(id);
  }
}
