package io.zhidun.service.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhidun.service.Browser;
import io.zhidun.service.RunningService;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A backup operator's day over the interface, and what the other roles may not. */
class BackupApiIT {
  private static final String BASE = "/api/v1/backups";
  private static final String SOURCE = BASE + "/patent-review/documents";

  @TempDir private static Path folder;
  private static RunningService service;
  private static Browser engineer;
  private static Browser auditor;

  @BeforeAll
  static void start() throws Exception {
    Path config = BackupFolder.at(folder, Instant.now()).write();
    service =
        RunningService.start(
            Map.of(
                "zhidun.backup.config", config.toString(),
                "zhidun.backup.schedule", "false",
                "zhidun.compliance.schedule.enabled", "false"));
    engineer = service.signedIn("engineer");
    auditor = service.signedIn("auditor");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** Starts a job and gives it as it ended. */
  private static JsonNode perform(String act) {
    JsonNode job = engineer.post(SOURCE + act, "").expect(202).json();
    assertThat(job.path("by").asString()).isEqualTo("engineer");
    String path = BASE + "/jobs/" + job.path("id").asString();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> auditor.get(path).expect(200).json().path("passed").isBoolean());
    return auditor.get(path).json();
  }

  @Test
  void anEngineerBacksUpVerifiesAndDrillsAndAllIsInTheTrail() {
    assertThat(engineer.post(SOURCE + "/drill", "").problem(409)).isEqualTo("nothing-backed-up");
    for (String act : new String[] {"/run", "/verify", "/drill"}) {
      JsonNode job = perform(act);
      assertThat(job.path("state").asString()).as(act).isEqualTo("done");
      assertThat(job.path("passed").asBoolean()).as(act).isTrue();
    }

    JsonNode source = auditor.get(BASE).expect(200).json().at("/items/0");
    assertThat(source.path("lastSuccess").isString()).isTrue();
    assertThat(source.path("lastVerify").isString()).isTrue();
    assertThat(source.at("/lastDrill/passed").asBoolean()).isTrue();
    assertThat(source.at("/copies/1/held").asBoolean()).isTrue();
    assertThat(source.path("problems").size()).isZero();

    JsonNode detail = auditor.get(SOURCE).expect(200).json();
    assertThat(detail.path("source").asString()).isEqualTo("documents");
    assertThat(detail.path("backups").size()).isEqualTo(1);
    assertThat(detail.path("verifications").size()).isEqualTo(2);
    assertThat(detail.at("/drills/0/comparisons/0/equal").asBoolean()).isTrue();
    assertThat(detail.path("jobs").size()).isEqualTo(3);
    assertThat(auditor.get("/api/v1/audit?action=backup.").json().path("total").asInt())
        .isEqualTo(6);
  }

  @Test
  void onlyEngineersStartAnything() {
    for (String name : new String[] {"auditor", "operator", "reviewer"}) {
      assertThat(service.signedIn(name).post(SOURCE + "/run", "").problem(403))
          .as(name)
          .isEqualTo("forbidden");
    }
    assertThat(engineer.post(BASE + "/patent-review/nothing/run", "").problem(404))
        .isEqualTo("not-found");
    assertThat(engineer.post(SOURCE + "/verify?target=moon", "").problem(404))
        .isEqualTo("not-found");
    assertThat(auditor.get(BASE + "/jobs/none").problem(404)).isEqualTo("not-found");
    assertThat(engineer.post(SOURCE + "/restore", "").status()).isBetween(404, 405);
  }

  @Test
  void calendarAndPoliciesSayWhatIsAsked() {
    JsonNode calendar = auditor.get(BASE + "/calendar?days=2").expect(200).json();
    assertThat(calendar.at("/items/0/tier").asString()).isEqualTo("T3");
    assertThat(auditor.get(BASE + "/calendar?days=0").problem(400)).isEqualTo("invalid-parameter");
    JsonNode policies = auditor.get(BASE + "/policies").expect(200).json();
    assertThat(policies.path("items").size()).isEqualTo(4);
    assertThat(policies.at("/items/3/sources/0").asString()).isEqualTo("patent-review/documents");
    assertThat(policies.at("/items/1/rpo").asString()).isEqualTo("PT15M");
  }
}
