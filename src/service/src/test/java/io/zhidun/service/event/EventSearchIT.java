package io.zhidun.service.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.zhidun.events.Json;
import io.zhidun.service.Browser;
import io.zhidun.service.RunningService;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Against a server that answers like Elasticsearch and keeps the question. */
class EventSearchIT {
  private static final String ANSWER =
      """
      {"took": 1, "timed_out": false, "_shards": {"total": 1, "successful": 1, "failed": 0},
       "hits": {"total": {"value": 3, "relation": "eq"}, "max_score": null, "hits": [
        {"_index": "zhidun-events-2026.11.22", "_id": "a", "_score": null,
         "_source": {"event": {"id": "auth:1:2"}, "user": {"name": "<script>"}},
         "sort": [1795348802123, "auth:1:2"]},
        {"_index": "zhidun-events-2026.11.22", "_id": "b", "_score": null,
         "_source": {"event": {"id": "auth:1:1"}}, "sort": [1795348801123, "auth:1:1"]}]}}
      """;

  private HttpServer store;
  private RunningService service;
  private Browser operator;
  private volatile String question = "";
  private volatile int status = 200;

  @BeforeEach
  void start() throws Exception {
    store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    store.createContext(
        "/",
        exchange -> {
          question = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          byte[] answer = ANSWER.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("X-Elastic-Product", "Elasticsearch");
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(status, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    store.start();
    service =
        RunningService.start(
            Map.of(
                "zhidun.search.elasticsearch", "http://127.0.0.1:" + store.getAddress().getPort()));
    operator = service.signedIn("auditor");
  }

  @AfterEach
  void stop() {
    service.close();
    store.stop(0);
  }

  @Test
  void asksForExactValuesAndWordsAndPages() {
    JsonNode page =
        operator
            .get(
                "/api/v1/events?user.name=%3Cscript%3E&q=%22%7D%2C%20OR%20*&limit=1"
                    + "&from=2026-11-22T00:00:00Z")
            .expect(200)
            .json();

    assertThat(page.path("total").asInt()).isEqualTo(3);
    assertThat(page.at("/items/0/user/name").asString()).isEqualTo("<script>");
    assertThat(page.path("items").size()).isEqualTo(1);
    JsonNode filter = Json.mapper().readTree(question).at("/query/bool/filter");
    assertThat(filter.at("/0/terms/user.name/0").asString()).isEqualTo("<script>");
    assertThat(filter.at("/1/match_phrase_prefix/event.original/query").asString())
        .isEqualTo("\"}, OR *");

    operator.get("/api/v1/events?limit=1&cursor=" + page.path("next").asString()).expect(200);
    assertThat(Json.mapper().readTree(question).path("search_after").toString())
        .isEqualTo("[1795348802123,\"auth:1:2\"]");
    assertThat(operator.get("/api/v1/events?cursor=nonsense").problem(400))
        .isEqualTo("invalid-parameter");
  }

  @Test
  void aStoreThatRefusesIsAway() {
    status = 500;
    assertThat(operator.get("/api/v1/events").problem(503)).isEqualTo("search-away");
  }
}
