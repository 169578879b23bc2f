package io.zhidun.service.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.service.Browser;
import io.zhidun.service.RunningService;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An auditor's day over the interface, and what the other roles may not. */
class ComplianceApiIT {
  private static final String BASE = "/api/v1/compliance";
  private static final String SYSTEM = BASE + "/systems/patent-review";
  private static final String RULED = SYSTEM + "/items/L3-8.1.5.2-a";

  @TempDir private static Path folder;
  private static RunningService service;
  private static Browser auditor;
  private static Browser engineer;
  private static Browser operator;
  private static Browser reviewer;

  @BeforeAll
  static void start() throws Exception {
    service =
        RunningService.start(
            Map.of(
                "zhidun.assets.demo", "true",
                "zhidun.assets.folder", folder.toString(),
                "zhidun.compliance.schedule.enabled", "false"));
    auditor = service.signedIn("auditor");
    engineer = service.signedIn("engineer");
    operator = service.signedIn("operator");
    reviewer = service.signedIn("reviewer");
    engineer.post(BASE + "/checks/audit-administrator/run", "{}").expect(200);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void theCatalogueOfALevelIsWhole() {
    JsonNode catalogue = reviewer.get(BASE + "/catalogue?level=3").expect(200).json();
    assertThat(catalogue.path("count").asInt()).isEqualTo(211);
    assertThat(catalogue.at("/items/0/class").asString()).isEqualTo("document");
    assertThat(
            reviewer.get(BASE + "/catalogue?level=3&extension=cloud").json().path("count").asInt())
        .isEqualTo(257);
    assertThat(reviewer.get(BASE + "/catalogue?level=1&extension=x").problem(400))
        .isEqualTo("invalid-parameter");
  }

  @Test
  void whatThePlatformKnowsIsDecidedAndLeadsDown() {
    JsonNode item = auditor.get(RULED).expect(200).json();
    assertThat(item.path("result").asString()).isEqualTo("met");
    String id = item.at("/cells/0/evidence/0/id").asString();
    JsonNode evidence = auditor.get(BASE + "/evidence/" + id).expect(200).json();
    assertThat(evidence.path("intact").asBoolean()).isTrue();
    assertThat(evidence.at("/supports/0/item").asString()).isEqualTo("L3-8.1.5.2-a");
    assertThat(evidence.at("/values/role_assigned").asBoolean()).isTrue();
    auditor.get(evidence.at("/down/0/api").asString()).expect(200);
    assertThat(auditor.get(BASE + "/evidence/none").problem(404)).isEqualTo("not-found");
    JsonNode trail =
        auditor.get("/api/v1/audit?action=compliance.evidence-viewed&objectId=" + id).json();
    assertThat(trail.path("total").asInt()).isPositive();
  }

  @Test
  void theMatrixIsFilteredAndPaged() {
    JsonNode page =
        auditor
            .get(SYSTEM + "/matrix?class=automatic&result=no-evidence&limit=5")
            .expect(200)
            .json();
    assertThat(page.path("items").size()).isEqualTo(5);
    assertThat(page.at("/objects/0/whole").asBoolean()).isTrue();
    JsonNode next =
        auditor
            .get(
                SYSTEM
                    + "/matrix?class=automatic&result=no-evidence&limit=5&cursor="
                    + page.path("next").asString())
            .expect(200)
            .json();
    assertThat(next.at("/items/0/item").asString())
        .isNotEqualTo(page.at("/items/0/item").asString());
    assertThat(auditor.get(SYSTEM + "/matrix?result=fine").problem(400))
        .isEqualTo("invalid-parameter");
    JsonNode overview = auditor.get(BASE + "/systems").json().at("/items/0");
    assertThat(overview.path("decidedLive").asInt()).isPositive();
    assertThat(overview.at("/conclusion/template").asString()).isEqualTo("2025");
    assertThat(auditor.get(SYSTEM).json().path("categories").size()).isEqualTo(10);
  }

  private static String attestation(String item) {
    return BASE
        + "/attestations?system=patent-review&item="
        + item
        + "&signer="
        + URLEncoder.encode("张三", StandardCharsets.UTF_8)
        + "&title="
        + URLEncoder.encode("总体方针", StandardCharsets.UTF_8)
        + "&signedOn=2026-02-01&expires="
        + Days.of(Instant.now()).plusDays(300)
        + "&fileName=%3Cb%3E..%2Fx.html";
  }

  @Test
  void aDocumentIsOnlyEverADownload() {
    byte[] page = "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8);
    JsonNode made = auditor.post(attestation("L3-8.1.6.2-a"), "text/html", page).expect(201).json();
    Browser.Answer document =
        reviewer.get(BASE + "/attestations/" + made.path("id").asInt() + "/document").expect(200);

    assertThat(document.header("Content-Type")).isEqualTo("application/octet-stream");
    assertThat(document.header("Content-Disposition"))
        .startsWith("attachment;")
        .doesNotContain("/x");
    assertThat(document.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(document.header("Content-Security-Policy")).startsWith("sandbox");
    assertThat(document.header("X-Zhidun-SM3")).isEqualTo(made.path("sm3").asString());
    assertThat(auditor.get(SYSTEM + "/items/L3-8.1.6.2-a").json().path("result").asString())
        .isEqualTo("met");
    assertThat(auditor.post(attestation("L3-8.1.6.2-a"), "a/b", new byte[0]).problem(400))
        .isEqualTo("invalid-parameter");
    assertThat(
            auditor.post(attestation("L3-8.1.6.2-a"), "a/b", new byte[(20 << 20) + 1]).problem(413))
        .isEqualTo("body-too-large");
    assertThat(auditor.post(attestation("L3-9.9.9.9-z"), "a/b", page).problem(404))
        .isEqualTo("not-found");
  }

  @Test
  void eachRoleDoesItsOwnAndNoOther() {
    String overrule =
        """
        {"object": "patent-review", "result": "not-met", "reason": "seen otherwise on site",
         "expiresOn": "%s"}
        """
            .formatted(Days.of(Instant.now()).plusDays(30));
    String exempt = "{\"object\": \"*\", \"reason\": \"nothing of the kind is here\"}";
    for (Browser other : List.of(engineer, operator, reviewer)) {
      assertThat(other.post(RULED + "/overrulings", overrule).problem(403)).isEqualTo("forbidden");
      assertThat(other.post(attestation("L3-8.1.6.2-b"), "a/b", new byte[] {1}).problem(403))
          .isEqualTo("forbidden");
      assertThat(other.post(BASE + "/assessments/A-2026-0001/signatures", "{}").problem(403))
          .isEqualTo("forbidden");
    }
    for (Browser other : List.of(auditor, operator, reviewer)) {
      assertThat(other.post(BASE + "/checks/log-fields/run", "{}").problem(403))
          .isEqualTo("forbidden");
      assertThat(other.post(SYSTEM + "/assessments", "{}").problem(403)).isEqualTo("forbidden");
      assertThat(other.post(SYSTEM + "/items/L3-8.1.9.5-b/exemptions", exempt).problem(403))
          .isEqualTo("forbidden");
    }
    JsonNode asked =
        engineer.post(SYSTEM + "/items/L3-8.1.9.5-b/exemptions", exempt).expect(200).json();
    String decision = BASE + "/exemptions/" + asked.path("id").asInt() + "/decision";
    String yes = "{\"approve\": true, \"note\": \"\"}";
    assertThat(engineer.post(decision, yes).problem(409)).isEqualTo("same-person");
    assertThat(auditor.post(decision, yes).problem(403)).isEqualTo("forbidden");
    operator.post(decision, yes).expect(200);
    assertThat(auditor.get(SYSTEM + "/items/L3-8.1.9.5-b").json().path("result").asString())
        .isEqualTo("not-applicable");
  }

  @Test
  void anAssessmentIsMadeSignedComparedAndPrinted() {
    String made =
        engineer
            .post(SYSTEM + "/assessments", "{\"note\": \"yearly\"}")
            .expect(201)
            .json()
            .path("id")
            .asString();
    String later =
        engineer.post(SYSTEM + "/assessments", "{}").expect(201).json().path("id").asString();
    JsonNode signed =
        auditor
            .post(
                BASE + "/assessments/" + made + "/signatures",
                "{\"part\": \"assessor\", \"name\": \"王五\"}")
            .expect(200)
            .json();
    assertThat(signed.at("/signatures/0/name").asString()).isEqualTo("王五");
    assertThat(
            auditor
                .post(
                    BASE + "/assessments/" + made + "/signatures",
                    "{\"part\": \"approver\", \"name\": \"王五\"}")
                .problem(409))
        .isEqualTo("same-person");
    JsonNode one = auditor.get(BASE + "/assessments/" + made).expect(200).json();
    assertThat(one.path("intact").asBoolean()).isTrue();
    assertThat(one.path("requirements").size()).isEqualTo(211);
    assertThat(
            auditor
                .get(BASE + "/assessments/compare?from=" + made + "&to=" + later)
                .expect(200)
                .json()
                .path("same")
                .asInt())
        .isEqualTo(211);
    for (String form : List.of("docx", "json", "csv", "oscal", "pack")) {
      Browser.Answer report =
          auditor.get(BASE + "/assessments/" + made + "/report?form=" + form).expect(200);
      assertThat(report.header("Content-Disposition")).as(form).startsWith("attachment;");
      assertThat(report.response().body()).as(form).isNotEmpty();
    }
    assertThat(auditor.get(BASE + "/assessments/" + made + "/report?form=exe").problem(400))
        .isEqualTo("invalid-parameter");
    assertThat(
            auditor
                .get("/api/v1/audit?action=compliance.report-exported&objectId=" + made)
                .json()
                .path("total")
                .asInt())
        .isEqualTo(5);
  }

  @Test
  void theCalendarAndTheChecksAreListed() {
    JsonNode duties = auditor.get(BASE + "/calendar?system=trademark").expect(200).json();
    assertThat(duties.path("items"))
        .extracting(duty -> duty.path("kind").asString() + " " + duty.path("state").asString())
        .contains("yearly-assessment overdue", "filing-validity soon");
    JsonNode checks = auditor.get(BASE + "/checks").expect(200).json();
    assertThat(checks.path("items").size()).isGreaterThan(100);
    assertThat(engineer.post(BASE + "/checks/none/run", "{}").problem(404)).isEqualTo("not-found");
  }
}
