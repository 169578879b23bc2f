package io.zhidun.service.asset;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.service.Browser;
import io.zhidun.service.RunningService;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class AssetApiIT {
  private static final String SYSTEM =
      """
      {"name": "大数据中心", "level": 3, "notation": "S3A2G3", "owner": "数据处",
       "reportingRoute": "CENTRAL_ORGAN", "critical": false, "version": 0}
      """;
  private static final String ASSET =
      """
      {"system": "%s", "name": "计算节点", "kind": "host", "importance": 2, "addresses": ["node-1"]}
      """;

  @TempDir private static Path folder;
  private static RunningService service;
  private static Browser engineer;
  private static Browser auditor;

  @BeforeAll
  static void start() throws Exception {
    service =
        RunningService.start(
            Map.of("zhidun.assets.demo", "true", "zhidun.assets.folder", folder.toString()));
    engineer = service.signedIn("engineer");
    auditor = service.signedIn("auditor");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void theDemonstrationHasItsSystemsAndObjects() {
    assertThat(auditor.get("/api/v1/systems/trademark").expect(200).json().path("level").asInt())
        .isEqualTo(3);
    JsonNode page =
        auditor.get("/api/v1/assets?system=patent-review&limit=2&sort=-importance").json();
    assertThat(page.path("total").asInt()).isEqualTo(7);
    assertThat(page.at("/items/0/backupTier").asString()).isEqualTo("T1");
    assertThat(page.at("/items/0/lastSeen").isNull()).isTrue();
    String next = page.path("next").asString();
    assertThat(
            auditor
                .get("/api/v1/assets?system=patent-review&limit=2&sort=-importance&cursor=" + next)
                .json()
                .path("items")
                .size())
        .isEqualTo(2);
    assertThat(auditor.get("/api/v1/assets?sort=name&cursor=" + next).problem(400))
        .isEqualTo("invalid-parameter");
    assertThat(auditor.get("/api/v1/assets/discovery").problem(503)).isEqualTo("search-away");
  }

  @Test
  void engineersChangeAndNobodyElse() {
    assertThat(
            engineer
                .put("/api/v1/systems/big-data", SYSTEM)
                .expect(200)
                .json()
                .path("version")
                .asInt())
        .isEqualTo(1);
    assertThat(engineer.put("/api/v1/systems/big-data", SYSTEM).problem(409))
        .isEqualTo("changed-meanwhile");
    engineer.put("/api/v1/assets/node-1", ASSET.formatted("big-data")).expect(200);
    assertThat(engineer.put("/api/v1/assets/big-data", ASSET.formatted("big-data")).problem(409))
        .isEqualTo("in-use");
    assertThat(engineer.put("/api/v1/assets/node-2", ASSET.formatted("nowhere")).problem(400))
        .isEqualTo("invalid-parameter");
    assertThat(engineer.delete("/api/v1/systems/big-data?version=1").problem(409))
        .isEqualTo("in-use");
    for (Browser other :
        List.of(auditor, service.signedIn("operator"), service.signedIn("reviewer"))) {
      assertThat(other.put("/api/v1/systems/x", SYSTEM).problem(403)).isEqualTo("forbidden");
      assertThat(other.post("/api/v1/assets/import", "text/csv", new byte[] {1}).problem(403))
          .isEqualTo("forbidden");
      assertThat(other.delete("/api/v1/assets/node-1?version=1").problem(403))
          .isEqualTo("forbidden");
    }
    engineer.delete("/api/v1/assets/node-1?version=1").expect(204);
    engineer.delete("/api/v1/systems/big-data?version=1").expect(204);
    assertThat(engineer.get("/api/v1/systems/big-data").problem(404)).isEqualTo("not-found");
  }

  @Test
  void everyFaultOfASystemIsToldAtOnce() {
    JsonNode problem =
        engineer
            .put(
                "/api/v1/systems/UPPER",
                "{\"name\": \"\", \"level\": 2, \"notation\": \"S3A2G3\", \"owner\": \"x\"}")
            .expect(400)
            .json();

    assertThat(problem.path("errors"))
        .extracting(error -> error.path("name").asString())
        .containsExactly("id", "name", "level", "reportingRoute");
  }

  @Test
  void aTableGoesInOverTheInterface() {
    byte[] table =
        "id,system,name,kind,importance\nimported-1,trademark,x,host,1\n"
            .getBytes(StandardCharsets.UTF_8);
    JsonNode preview =
        engineer.post("/api/v1/assets/import?fileName=a.csv", "text/csv", table).expect(200).json();

    assertThat(preview.path("added").asInt()).isEqualTo(1);
    String confirm = "/api/v1/assets/import/" + preview.path("id").asString() + "/confirm";
    assertThat(
            engineer
                .post(confirm, "{\"skipFaults\": false}")
                .expect(200)
                .json()
                .path("added")
                .asInt())
        .isEqualTo(1);
    assertThat(engineer.post("/api/v1/assets/import", "text/html", table).problem(415))
        .isEqualTo("unsupported-media-type");
    assertThat(engineer.post("/api/v1/assets/import", "text/csv", new byte[] {0}).problem(400))
        .isEqualTo("unreadable-table");
    assertThat(engineer.post("/api/v1/assets/import/..%2f1/confirm", "{}").status()).isIn(400, 409);
  }
}
