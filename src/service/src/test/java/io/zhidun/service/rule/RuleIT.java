package io.zhidun.service.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.zhidun.rules.RuleSet;
import io.zhidun.service.Browser;
import io.zhidun.service.RunningService;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class RuleIT {
  @Test
  void listsTheCatalogueAndServesTheConsole() throws Exception {
    try (RunningService service = RunningService.start()) {
      Browser auditor = service.signedIn("auditor");

      JsonNode page = auditor.get("/api/v1/rules").expect(200).json();
      List<String> names = new ArrayList<>();
      page.path("items").forEach(rule -> names.add(rule.path("name").asString()));
      assertThat(names).contains("ssh-password-guessing", "web-attack-strings");
      assertThat(page.path("total").asInt()).isEqualTo(names.size());

      JsonNode rule = auditor.get("/api/v1/rules/bulk-reading-unpublished").expect(200).json();
      assertThat(rule.at("/rule/family").asString()).isEqualTo("business");
      assertThat(rule.at("/rule/description/zh").asString()).contains("未公开申请");
      assertThat(rule.at("/refersTo/0").asString()).isEqualTo("unpublished-application-read");
      assertThat(rule.at("/usedBy/0").asString()).isEqualTo("print-after-bulk-reading");
      assertThat(rule.path("cases").size()).isGreaterThanOrEqualTo(4);
      assertThat(rule.path("source").asString()).contains("value_count");
      assertThat(auditor.get("/api/v1/rules/no-such-rule").problem(404)).isEqualTo("not-found");

      // The console's jar may have been built without its pages, where Node is missing.
      if (getClass().getResource("/META-INF/resources/index.html") != null) {
        assertThat(auditor.get("/").expect(200).response().body()).contains("<html");
        Browser.Answer page2 = auditor.get("/alerts/17").expect(200);
        assertThat(page2.header("Content-Type")).startsWith("text/html");
        assertThat(page2.header("Cache-Control")).contains("no-cache");
        assertThat(auditor.get("/assets/nothing.js").problem(404)).isEqualTo("not-found");
        assertThat(auditor.get("/nothing.png").problem(404)).isEqualTo("not-found");
      }
    }
  }

  @Test
  void showsWhatTheStreamCounted() throws Exception {
    HttpServer stream =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    String id = RuleSet.catalog().rule("web-scan").orElseThrow().id();
    byte[] page =
        """
        {"id":"%1$s","version":"v1","hits":3,"lastHit":"2026-11-27T01:00:00Z","set":2,"matchShare":0.25}
        {"id":"%1$s","version":"v2","hits":0,"set":0,"matchShare":0.5}
        {"id":"other","version":"%1$s","hits":7,"set":1}
        {"id":"%1$s","version":"cut
        """
            .formatted(id)
            .getBytes(StandardCharsets.UTF_8);
    stream.createContext(
        "/rules",
        exchange -> {
          exchange.sendResponseHeaders(200, page.length);
          exchange.getResponseBody().write(page);
          exchange.close();
        });
    stream.start();
    String address = "http://127.0.0.1:" + stream.getAddress().getPort();
    try (RunningService service = RunningService.start(Map.of("zhidun.platform.stream", address))) {
      Browser auditor = service.signedIn("auditor");
      JsonNode counted = auditor.get("/api/v1/rules/web-scan/activity").expect(200).json();
      assertThat(counted.path("known").asBoolean()).isTrue();
      assertThat(counted.path("versions").size()).isEqualTo(2);
      assertThat(counted.at("/versions/0/matchShare").asDouble()).isEqualTo(0.25);
      assertThat(counted.at("/versions/0/lastHit").asString()).isEqualTo("2026-11-27T01:00:00Z");
      assertThat(counted.at("/versions/1/lastHit").isNull()).isTrue();

      stream.stop(0);
      JsonNode away = auditor.get("/api/v1/rules/web-scan/activity").expect(200).json();
      assertThat(away.path("known").asBoolean()).isFalse();
    }
  }
}
