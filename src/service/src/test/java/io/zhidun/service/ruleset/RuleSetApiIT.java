package io.zhidun.service.ruleset;

import static io.zhidun.service.ruleset.SiteRuleTexts.SSH_GUESSING;
import static io.zhidun.service.ruleset.SiteRuleTexts.TOOL;
import static io.zhidun.service.ruleset.SiteRuleTexts.TOOL_CASES;
import static io.zhidun.service.ruleset.SiteRuleTexts.TOOL_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Json;
import io.zhidun.service.Browser;
import io.zhidun.service.Drafts;
import io.zhidun.service.RunningService;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class RuleSetApiIT {
  private RunningService service;
  private Browser engineer;
  private Browser operator;
  private Browser auditor;

  @BeforeEach
  void start() throws Exception {
    service = RunningService.start();
    engineer = service.signedIn("engineer");
    operator = service.signedIn("operator");
    auditor = service.signedIn("auditor");
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void aRuleGoesFromTextToTheCurrentSetAndBack() {
    JsonNode draft =
        engineer.post("/api/v1/proposals", form(put(TOOL, TOOL_CASES))).expect(200).json();
    String id = draft.at("/proposal/id").asString();
    assertThat(draft.at("/proposal/state").asString()).isEqualTo("draft");
    assertThat(draft.at("/changes/0/status").asString()).isEqualTo("ok");
    assertThat(draft.at("/changes/0/titleEn").asString()).isEqualTo("Port scanner started");

    engineer.post("/api/v1/proposals/" + id + "/propose", "{}").expect(200);
    assertThat(engineer.post(path(id, "approve"), seen(1)).problem(403)).isEqualTo("second-person");
    JsonNode approved = operator.post(path(id, "approve"), seen(1)).expect(200).json();
    assertThat(approved.at("/proposal/setNumber").asLong()).isEqualTo(1);

    JsonNode current = auditor.get("/api/v1/rulesets/current").expect(200).json();
    assertThat(current.path("number").asLong()).isEqualTo(1);
    assertThat(current.path("author").asString()).isEqualTo("engineer");
    assertThat(current.path("approver").asString()).isEqualTo("operator");
    JsonNode text = auditor.get("/api/v1/rulesets/current/rules/" + TOOL_ID).expect(200).json();
    assertThat(text.path("text").asString()).isEqualTo(TOOL);
    JsonNode history = auditor.get("/api/v1/rulesets/1").expect(200).json();
    assertThat(history.at("/differences/0/after/text").asString()).contains("license: DRL-1.1");
    assertThat(history.at("/differences/0/before").isNull()).isTrue();

    JsonNode back = engineer.post("/api/v1/rulesets/0/rollback", "{}").expect(200).json();
    assertThat(back.at("/changes/0/titleEn").asString()).isEqualTo("Port scanner started");
    operator.post(path(back.at("/proposal/id").asString(), "approve"), seen(1)).expect(200);
    JsonNode sets = auditor.get("/api/v1/rulesets").expect(200).json();
    assertThat(sets.path("total").asInt()).isEqualTo(3);
    assertThat(sets.at("/items/0/texts").asInt()).isZero();
    assertThat(sets.at("/items/2/number").asInt()).isZero();
    JsonNode page = auditor.get("/api/v1/rulesets?limit=1").expect(200).json();
    assertThat(
            auditor
                .get("/api/v1/rulesets?limit=1&cursor=" + page.path("next").asString())
                .json()
                .at("/items/0/number")
                .asInt())
        .isEqualTo(1);
  }

  @Test
  void onlyEngineersWriteAndAuditorsOnlyRead() {
    String form = form(put(TOOL, ""));
    assertThat(operator.post("/api/v1/proposals", form).problem(403)).isEqualTo("forbidden");
    assertThat(auditor.post("/api/v1/proposals", form).problem(403)).isEqualTo("forbidden");
    assertThat(operator.post("/api/v1/rulesets/0/rollback", "{}").problem(403))
        .isEqualTo("forbidden");
    assertThat(auditor.post("/api/v1/rulesets/check", form).problem(403)).isEqualTo("forbidden");
    String id = engineer.post("/api/v1/proposals", form).json().at("/proposal/id").asString();
    engineer.post(path(id, "propose"), "{}").expect(200);
    assertThat(auditor.post(path(id, "approve"), seen(1)).problem(403)).isEqualTo("forbidden");
    assertThat(operator.post(path(id, "reject"), "{\"revision\": 1}").problem(400))
        .isEqualTo("invalid-parameter");
    assertThat(operator.post(path(id, "approve"), "{}").problem(400))
        .isEqualTo("invalid-parameter");
    auditor.get("/api/v1/proposals/" + id).expect(200);
    JsonNode listed = auditor.get("/api/v1/proposals?state=proposed").expect(200).json();
    assertThat(listed.path("total").asInt()).isEqualTo(1);
    assertThat(auditor.get("/api/v1/proposals?state=open").problem(400))
        .isEqualTo("invalid-parameter");
  }

  @Test
  void checksWhatIsTypedAndRunsItsCases() {
    JsonNode good = operator.post("/api/v1/rulesets/check", form(put(TOOL, ""))).expect(200).json();
    assertThat(good.at("/checks/0/status").asString()).isEqualTo("ok");
    assertThat(good.at("/rules/0/name").asString()).isEqualTo("site-port-scanner");

    JsonNode broken =
        operator.post("/api/v1/rulesets/check", form(put("title: [", ""))).expect(200).json();
    assertThat(broken.at("/checks/0/reasons/0").asString())
        .startsWith("rule.yml:1:9: is not YAML: expected");
    assertThat(broken.at("/faults/0/line").asInt()).isEqualTo(1);

    JsonNode cases =
        operator.post("/api/v1/rulesets/cases", form(put(TOOL, TOOL_CASES))).expect(200).json();
    assertThat(cases.path("results").size()).isEqualTo(4);
    cases.path("results").forEach(one -> assertThat(one.path("passed").asBoolean()).isTrue());
    assertThat(
            operator.post("/api/v1/rulesets/cases", form(put("title: [", TOOL_CASES))).problem(422))
        .isEqualTo("rule-faults");
  }

  @Test
  void refusesAProposalWithEveryFault() {
    JsonNode draft =
        engineer
            .post("/api/v1/proposals", form(put(TOOL.replace("high", "hgh"), "")))
            .expect(200)
            .json();
    assertThat(draft.at("/changes/0/status").asString()).isEqualTo("error");

    Browser.Answer answer =
        engineer.post(path(draft.at("/proposal/id").asString(), "propose"), "{}");
    assertThat(answer.problem(422)).isEqualTo("rule-faults");
    assertThat(answer.json().at("/faults/0/message").asString()).contains("\"hgh\"");
    assertThat(engineer.post("/api/v1/proposals", "{\"title\": \"\"}").problem(400))
        .isEqualTo("invalid-parameter");
    assertThat(
            engineer.post("/api/v1/proposals", form(put(TOOL + "# " + (char) 0, ""))).problem(400))
        .isEqualTo("invalid-parameter");
  }

  @Test
  void namesTheCorrelationsThatNeedWhatIsSwitchedOff() {
    // A part of ssh-password-guessing, which ssh-success-after-guessing needs in turn.
    String failure =
        row(auditor.get("/api/v1/rulesets/current/rules").json(), "name", "ssh-login-failure")
            .path("id")
            .asString();
    JsonNode draft =
        engineer.post("/api/v1/proposals", form(switchedOff(failure))).expect(200).json();
    Browser.Answer refused =
        engineer.post(path(draft.at("/proposal/id").asString(), "propose"), "{}");

    assertThat(refused.problem(422)).isEqualTo("rule-faults");
    assertThat(refused.json().at("/faults/0/message").asString())
        .startsWith("is needed by correlations ")
        .contains("ssh-password-guessing (" + SSH_GUESSING + ")", "ssh-success-after-guessing")
        .contains("switch them off in the same proposal");

    List<ObjectNode> all = new ArrayList<>(List.of(switchedOff(failure)));
    refused.json().path("alsoDisable").forEach(id -> all.add(switchedOff(id.asString())));
    JsonNode whole =
        engineer.post("/api/v1/proposals", form(all.toArray(ObjectNode[]::new))).expect(200).json();
    engineer.post(path(whole.at("/proposal/id").asString(), "propose"), "{}").expect(200);
  }

  private static ObjectNode switchedOff(String id) {
    return Json.mapper().createObjectNode().put("kind", "disable").put("ruleId", id);
  }

  @Test
  void importsAZipWithoutFollowingItsNames() throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("../../etc/rules/scanner.yml", TOOL);
    files.put("../../etc/rules/scanner.cases.yml", TOOL_CASES);
    files.put("broken.yml", "title: [");
    files.put("README.md", "not a rule");

    JsonNode imported =
        engineer
            .post(
                "/api/v1/proposals/import?title=Sigma&note=commit+0123",
                "application/zip",
                zip(files))
            .expect(200)
            .json();

    assertThat(imported.at("/draft/proposal/note").asString()).isEqualTo("commit 0123");
    assertThat(imported.at("/draft/changes").size()).isEqualTo(1);
    assertThat(imported.at("/draft/changes/0/path").asString()).isEqualTo("etc/rules/scanner.yml");
    assertThat(imported.at("/draft/changes/0/hasCases").asBoolean()).isTrue();
    assertThat(imported.at("/draft/trail/0/action").asString()).isEqualTo("imported");
    List<String> leftOut = new ArrayList<>(imported.path("leftOut").propertyNames());
    assertThat(leftOut).containsExactlyInAnyOrder("broken.yml", "README.md");
    String id = imported.at("/draft/proposal/id").asString();
    JsonNode texts = auditor.get("/api/v1/proposals/" + id + "/changes/0").expect(200).json();
    assertThat(texts.at("/after/text").asString()).isEqualTo(TOOL);
    assertThat(auditor.get("/api/v1/proposals/" + id + "/changes/1").problem(404))
        .isEqualTo("not-found");
  }

  @Test
  void aBombIsRefused() throws IOException {
    byte[] bomb = zip(Map.of("big.yml", "#".repeat(40 << 20)));
    assertThat(bomb.length).isLessThan(64 << 10);

    Browser.Answer answer = engineer.post("/api/v1/proposals/import", "application/zip", bomb);

    assertThat(answer.problem(422)).isEqualTo("zip-refused");
    assertThat(answer.json().path("detail").asString()).contains("unpacks to more than");
    assertThat(
            engineer
                .post("/api/v1/proposals/import", "application/zip", new byte[] {1, 2, 3})
                .problem(422))
        .isEqualTo("zip-refused");
    assertThat(
            engineer
                .post("/api/v1/proposals/import", "application/zip", new byte[5 << 20])
                .problem(413))
        .isEqualTo("body-too-large");
  }

  @Test
  void showsWhatEachRuleFound() {
    service.accept(Drafts.from("192.0.2.1"), Drafts.from("192.0.2.1").at(3));
    String ruleId =
        Json.mapper().readTree(Drafts.from("192.0.2.1").json()).at("/detection/rule/id").asString();

    JsonNode page = auditor.get("/api/v1/rulesets/current/rules").expect(200).json();

    JsonNode guessing = row(page, "id", SSH_GUESSING);
    assertThat(guessing.path("origin").asString()).isEqualTo("shipped");
    assertThat(guessing.path("enabled").asBoolean()).isTrue();
    if (ruleId.equals(SSH_GUESSING)) {
      assertThat(guessing.path("detections").asInt()).isEqualTo(2);
      assertThat(guessing.path("alerts").asInt()).isEqualTo(1);
      assertThat(guessing.path("lastHit").asString()).isEqualTo("2026-11-22T12:03:00Z");
    }
    JsonNode shipped =
        auditor.get("/api/v1/rulesets/current/rules/" + SSH_GUESSING).expect(200).json();
    assertThat(shipped.path("text").asString()).contains("name: ssh-login-failure");
    assertThat(shipped.path("cases").asString()).contains("five failures within a minute");
  }

  private static JsonNode row(JsonNode page, String field, String value) {
    for (JsonNode item : page.path("items")) {
      if (item.path(field).asString().equals(value)) {
        return item;
      }
    }
    throw new AssertionError("no row with " + field + " " + value);
  }

  private static String path(String id, String act) {
    return "/api/v1/proposals/" + id + "/" + act;
  }

  private static String seen(int revision) {
    return "{\"revision\": " + revision + ", \"note\": \"looked at\"}";
  }

  private static ObjectNode put(String text, String cases) {
    return Json.mapper()
        .createObjectNode()
        .put("kind", "put")
        .put("text", text)
        .put("cases", cases);
  }

  private static String form(ObjectNode... changes) {
    ObjectNode form = Json.mapper().createObjectNode().put("title", "扫描工具");
    ArrayNode list = form.putArray("changes");
    for (ObjectNode change : changes) {
      list.add(change);
    }
    return form.toString();
  }

  private static byte[] zip(Map<String, String> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
      }
    }
    return bytes.toByteArray();
  }
}
