package io.zhidun.service.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.service.Browser;
import io.zhidun.service.Drafts;
import io.zhidun.service.RunningService;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

class OpenApiIT {
  private static RunningService service;
  private static Browser operator;
  private static JsonNode description;

  @BeforeAll
  static void start() throws Exception {
    service = RunningService.start();
    operator = service.signedIn("operator");
    service.accept(Drafts.from("192.0.2.1"));
    description = operator.get("/api/v1/openapi.json").expect(200).json();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void describesEveryEndpointAndNoOther() {
    Set<String> described = new TreeSet<>();
    description
        .path("paths")
        .forEachEntry(
            (path, methods) ->
                methods
                    .propertyNames()
                    .forEach(
                        method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path)));
    Set<String> served = new TreeSet<>();
    service
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .keySet()
        .forEach(
            info ->
                info.getPatternValues().stream()
                    .filter(path -> path.startsWith("/api/"))
                    .forEach(
                        path ->
                            info.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> served.add(method + " " + path))));
    assertThat(described).isEqualTo(served);
  }

  @Test
  void namesWhatIsAnswered() {
    has("AlertRow", operator.get("/api/v1/alerts").json().at("/items/0"));
    has("Platform", operator.get("/api/v1/platform").json());
    has("Rule", operator.get("/api/v1/rules").json().at("/items/0"));
    has("Canary", operator.get("/api/v1/canaries").json().at("/items/0"));
    has("RuleSetRow", operator.get("/api/v1/rulesets/current").json());
    has("RuleSetRule", operator.get("/api/v1/rulesets/current/rules").json().at("/items/0"));
    has("RuleDetail", operator.get("/api/v1/rules/web-scan").json());
    has("User", operator.get("/api/v1/session").json().path("user"));
    JsonNode detail = operator.get("/api/v1/alerts/1").json();
    has("Decision", detail.path("decision"));
    has("Explanation", detail.path("explanation"));
    has("EvidenceEvent", detail.at("/events/0"));
  }

  private static void has(String schema, JsonNode answer) {
    JsonNode properties = description.at("/components/schemas/" + schema + "/properties");
    assertThat(answer.propertyNames())
        .as(schema)
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(properties.propertyNames());
  }
}
