package io.zhidun.service.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.service.Browser;
import io.zhidun.service.Drafts;
import io.zhidun.service.RunningService;
import io.zhidun.trust.chain.TrailExpectation;
import io.zhidun.trust.chain.TrailVerdict;
import io.zhidun.trust.chain.TrailVerifier;
import io.zhidun.trust.seal.Verifier;
import io.zhidun.trust.sm2.Sm2PublicKey;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

class AuditIT {
  private static RunningService service;
  private static Browser auditor;
  private static Browser operator;

  @BeforeAll
  static void start() throws Exception {
    service = RunningService.start();
    operator = service.signedIn("operator");
    auditor = service.signedIn("auditor");
    service.accept(Drafts.from("192.0.2.1"));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void whatPeopleDoIsThereWithWhoAndFromWhere() {
    operator.post("/api/v1/alerts/1/acknowledge", "{\"note\": \"looking\"}").expect(200);
    Browser stranger = service.browser();
    stranger.get("/api/v1/session");
    stranger.post("/api/v1/session", Browser.credentials("engineer", "wrong")).expect(401);

    JsonNode act = latest("action=alert.acknowledge").path("content");
    assertThat(act.at("/actor/account").asString()).isEqualTo("operator");
    assertThat(act.at("/actor/role").asString()).isEqualTo("operator");
    assertThat(act.at("/actor/address").asString()).isEqualTo("127.0.0.1");
    assertThat(act.at("/object/id").asString()).isEqualTo("1");
    assertThat(act.toString()).doesNotContain("looking");

    JsonNode failed = latest("action=session.sign-in&actor=engineer").path("content");
    assertThat(failed.path("outcome").asString()).isEqualTo("failure");
    assertThat(failed.at("/detail/reason").asString()).isEqualTo("refused");
    assertThat(latest("action=session.&actor=auditor").at("/content/actor/role").asString())
        .isEqualTo("auditor");
    assertThat(latest("action=account.password-change&actor=auditor")).isNotNull();
    assertThat(
            latest("action=account.create&objectId=reviewer")
                .at("/content/actor/account")
                .asString())
        .isEqualTo("zhidun");
  }

  @Test
  void onlyAuditorsReadIt() {
    for (String path : List.of("", "/0", "/export", "/verification")) {
      assertThat(operator.get("/api/v1/audit" + path).problem(403)).isEqualTo("forbidden");
    }
    assertThat(service.browser().get("/api/v1/audit").problem(401)).isEqualTo("sign-in-required");
    auditor.post("/api/v1/audit", "{}").expect(405);
  }

  @Test
  void pagesFollowOneAnother() {
    JsonNode first = auditor.get("/api/v1/audit?limit=3").expect(200).json();
    String next = first.path("next").asString();
    JsonNode second = auditor.get("/api/v1/audit?limit=3&cursor=" + next).expect(200).json();
    long last = first.at("/items/2/sequence").asLong();
    assertThat(second.at("/items/0/sequence").asLong()).isEqualTo(last - 1);
    assertThat(first.path("total").asLong()).isGreaterThanOrEqualTo(4);
    Browser.Answer wrong = auditor.get("/api/v1/audit?limit=0&from=x&action=A!&cursor=zz");
    assertThat(wrong.problem(400)).isEqualTo("invalid-parameter");
    assertThat(wrong.json().path("errors")).hasSize(4);
    assertThat(auditor.get("/api/v1/audit/99999999").problem(404)).isEqualTo("not-found");
  }

  @Test
  void anExportIsAnEntryAndVerifiesOffline() throws Exception {
    Browser.Answer export = auditor.get("/api/v1/audit/export").expect(200);
    assertThat(export.header("Content-Type")).startsWith("application/x-ndjson");
    assertThat(export.header("Content-Disposition")).startsWith("attachment; filename=\"service-");
    String trail = export.response().body();

    JsonNode verification = auditor.get("/api/v1/audit/verification").expect(200).json();
    Sm2PublicKey key = Sm2PublicKey.ofPem(verification.at("/keys/0/pem").asString());
    TrailVerdict verdict =
        TrailVerifier.verify(
            new ByteArrayInputStream(trail.getBytes(StandardCharsets.UTF_8)),
            TrailExpectation.sealedBy(Verifier.of(List.of(key))));
    assertThat(verdict.fault()).isEmpty();
    assertThat(verdict.unsealed()).isEqualTo(1);
    List<String> lines = trail.lines().toList();
    assertThat(lines.get(lines.size() - 2)).contains("\"action\":\"audit.export\"");

    JsonNode one = auditor.get("/api/v1/audit/2").expect(200).json();
    assertThat(one.path("line").asString()).isEqualTo(lines.get(3));
  }

  @Test
  void theLastReadingIsTold() {
    service.bean(AuditVerification.class).verify();
    JsonNode last = auditor.get("/api/v1/audit/verification").expect(200).json().path("last");
    assertThat(last.path("intact").asBoolean()).isTrue();
    assertThat(last.path("records").asLong()).isGreaterThan(4);
    assertThat(last.path("fault").isNull()).isTrue();
  }

  @Test
  void aChangedRecordIsAnAlertUntilItIsRightAgain() {
    JdbcClient jdbc = service.bean(JdbcClient.class);
    AuditVerification verification = service.bean(AuditVerification.class);
    jdbc.sql("update audit_record set account = 'nobody' where sequence = 1").update();
    verification.verify();
    JsonNode alert = alert();
    assertThat(alert.path("state").asString()).isEqualTo("firing");
    assertThat(alert.path("severity").asString()).isEqualTo("critical");
    jdbc.sql("update audit_record set account = 'zhidun' where sequence = 1").update();
    verification.verify();
    assertThat(alert().path("state").asString()).isEqualTo("resolved");
  }

  private static JsonNode alert() {
    return auditor.get("/api/v1/alerts?rule=audit-trail-broken").expect(200).json().at("/items/0");
  }

  private static JsonNode latest(String query) {
    JsonNode items = auditor.get("/api/v1/audit?" + query).expect(200).json().path("items");
    return StreamSupport.stream(items.spliterator(), false).findFirst().orElseThrow();
  }
}
