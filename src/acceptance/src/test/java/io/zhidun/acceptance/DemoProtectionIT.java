package io.zhidun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.testkit.Await;
import io.zhidun.testkit.ServiceClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Classified protection of the simulated systems: what is decided from what they send, that each
 * verdict leads to its records, and that what breaks turns its own requirements and no others.
 */
@ExtendWith(SharedProduct.class)
class DemoProtectionIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final String COMPLIANCE = "/api/v1/compliance";
  private static final String REVIEW = "patent-review";
  private static final Set<String> FAILING = Set.of("not-met", "partly-met");

  private static final List<String> SOURCES =
      List.of("public-service/public-data", "patent-review/review-data");

  /** What looks at the three things that break. */
  private static final List<String> CHECKS =
      List.of(
          "audit-enabled",
          "boundary-audit",
          "monitoring-coverage",
          "central-audit",
          "clock-offset",
          "transport-protection");

  private static final String BROKEN =
      """
      {"review-sw-01": {"logs": {"silent": true}},
       "review-fw-01": {"logs": {"clock_ahead_seconds": -300}},
       "patent-review": {"tls": {"old_versions": true}}}
      """;

  /** By requirement and object: the silent switch, the firewall's clock, the weak endpoint. */
  private static final Map<String, String> TURNED =
      Map.of(
          "L3-8.1.4.3-a review-sw-01", "met > not-met",
          "L3-8.1.3.5-a review-sw-01", "met > not-met",
          "L3-8.1.5.4-c patent-review", "met > not-met",
          "L3-8.1.4.3-b review-fw-01", "met > not-met",
          "L3-8.1.2.2-a review-app", "met > partly-met",
          "L3-8.1.2.2-b review-app", "met > partly-met",
          "L3-8.1.4.7-a review-app", "met > partly-met",
          "L3-8.1.4.8-a review-app", "met > partly-met");

  /** The first look comes before the first event; what follows it within a minute has seen some. */
  @BeforeAll
  static void awaitTheFirstLooks() {
    ServiceClient reader = SharedProduct.operator();
    Await.until(
        PATIENCE,
        "sixty decided",
        () -> reader.get(COMPLIANCE + "/systems/" + REVIEW).path("decidedLive").asInt() >= 60);
  }

  @Test
  void sixtyRequirementsAreDecidedFromTelemetryTenFailAndEachVerdictLeadsToItsRecords() {
    ServiceClient reader = SharedProduct.operator();
    long failures = 0;
    for (String system : List.of(REVIEW, "trademark", "public-service")) {
      List<JsonNode> decided = decided(reader, system);
      System.out.printf("%s: %d decided, %d failing%n", system, decided.size(), failing(decided));
      failures += failing(decided);
    }
    List<JsonNode> decided = decided(reader, REVIEW);
    assertThat(decided).hasSizeGreaterThanOrEqualTo(60);
    assertThat(failures).as("honest failures").isGreaterThanOrEqualTo(10);
    Set<String> read = new HashSet<>();
    for (JsonNode row : decided) {
      leadsToRecords(reader, row.path("item").asString(), read);
    }
    assertThat(read).hasSizeGreaterThan(30);
  }

  @Test
  void backupsRunAndAreDrilledByThemselvesAndWhatNobodyProtectsFails() {
    ServiceClient reader = SharedProduct.operator();
    for (String object : List.of("review-db-01", "review-data")) {
      Await.until(
          PATIENCE,
          "a backup and a drill of " + object,
          () -> "met".equals(cells(reader, REVIEW).get("L3-8.1.4.9-a " + object)));
    }
    assertThat(cells(reader, "trademark")).containsEntry("L3-8.1.4.9-a tm-db-01", "not-met");
    for (JsonNode source : reader.get("/api/v1/backups").path("items")) {
      assertThat(source.at("/lastDrill/passed").asBoolean()).as(source.toString()).isTrue();
    }
  }

  @Test
  void whatBreaksTurnsItsOwnRequirementsAndIsMendedAgain() throws Exception {
    ServiceClient engineer = SharedProduct.product().signIn("engineer");
    Path changes =
        SharedProduct.product().data().resolve("simulator/patent-review/posture-changes.json");
    Map<String, String> before =
        Await.value(PATIENCE, "all is well", () -> whereAllIsWell(engineer));
    long begun = System.nanoTime();

    Files.writeString(changes, BROKEN);
    try {
      awaitTurned(engineer, before, TURNED, begun);
    } finally {
      Files.delete(changes);
    }
    awaitTurned(engineer, before, Map.of(), System.nanoTime());
  }

  private static Optional<Map<String, String>> whereAllIsWell(ServiceClient engineer) {
    look(engineer);
    Map<String, String> cells = cells(engineer, REVIEW);
    return TURNED.keySet().stream().allMatch(cell -> "met".equals(cells.get(cell)))
        ? Optional.of(cells)
        : Optional.empty();
  }

  private static void awaitTurned(
      ServiceClient engineer, Map<String, String> before, Map<String, String> wanted, long begun) {
    Map<String, String> last = new TreeMap<>();
    try {
      Await.until(
          PATIENCE,
          "only these turned: " + wanted.keySet(),
          () -> {
            look(engineer);
            last.clear();
            last.putAll(turned(before, cells(engineer, REVIEW)));
            return last.equals(wanted);
          });
    } finally {
      System.out.printf("after %d ms turned: %s%n", (System.nanoTime() - begun) / 1_000_000, last);
    }
  }

  @Test
  void anAuditorSeesItAllInBothLanguagesAndIsSeenInTheTrail() throws Exception {
    Product product = SharedProduct.product();
    product.signIn("auditor");
    ServiceClient.Answer made =
        product
            .signIn("engineer")
            .send("POST", COMPLIANCE + "/systems/" + REVIEW + "/assessments", Map.of("note", ""));
    assertThat(made.status()).as(made.body()).isEqualTo(201);
    String assessment = made.json().path("id").asString();

    try (Browser zh = Browser.audit(product, "zh", assessment);
        Browser en = Browser.audit(product, "en", assessment)) {
      for (JsonNode day : List.of(zh.next(), en.next())) {
        assertThat(day.path("raw").asString()).as("a line of it").contains("review-sw-01");
        assertThat(day.path("intact").asBoolean()).isTrue();
        assertThat(day.path("reportBytes").asInt()).isGreaterThan(10_000);
        assertThat(day.path("actions").toString())
            .contains("compliance.evidence-viewed", "compliance.report-exported");
        assertThat(day.path("offered").toString()).as("what others may do").isEqualTo("[]");
        assertThat(day.path("faults").toString()).isEqualTo("[]");
      }
    }
  }

  @Test
  void anEngineerDrillsABackupFromItsPageInBothLanguagesAndAReaderIsOfferedNothing()
      throws Exception {
    Product product = SharedProduct.product();
    SharedProduct.operator();
    ServiceClient engineer = product.signIn("engineer");
    Await.until(
        PATIENCE,
        "the first drills by the schedule",
        () -> SOURCES.stream().allMatch(source -> drills(engineer, source) >= 1));
    List<Integer> before = SOURCES.stream().map(source -> drills(engineer, source)).toList();

    try (Browser zh = Browser.drill(product, "zh", SOURCES.get(0));
        Browser en = Browser.drill(product, "en", SOURCES.get(1))) {
      sawTheDrill(zh.next(), "通过");
      sawTheDrill(en.next(), "Passed");
    }
    assertThat(SOURCES.stream().map(source -> drills(engineer, source)).toList())
        .isEqualTo(before.stream().map(count -> count + 1).toList());
  }

  private static void sawTheDrill(JsonNode day, String passed) {
    assertThat(day.path("list").asString()).contains("public-data", "review-data");
    assertThat(day.path("drill").asString()).contains("engineer", passed, "RTO");
    assertThat(day.path("offered").asInt()).isZero();
    assertThat(day.path("faults").toString()).isEqualTo("[]");
  }

  private static int drills(ServiceClient reader, String source) {
    return reader.get("/api/v1/backups/" + source).path("drills").size();
  }

  private static void look(ServiceClient engineer) {
    for (String check : CHECKS) {
      int status =
          engineer.send("POST", COMPLIANCE + "/checks/" + check + "/run", Map.of()).status();
      assertThat(status).as("200, or 429 while the schedule runs it").isIn(200, 429);
    }
  }

  private static List<JsonNode> matrix(ServiceClient reader, String system) {
    List<JsonNode> rows = new ArrayList<>();
    reader
        .get(COMPLIANCE + "/systems/" + system + "/matrix?limit=500")
        .path("items")
        .forEach(rows::add);
    return rows;
  }

  private static boolean isVerdict(String result) {
    return result.equals("met") || FAILING.contains(result);
  }

  private static List<JsonNode> decided(ServiceClient reader, String system) {
    return matrix(reader, system).stream()
        .filter(row -> isVerdict(row.path("result").asString()))
        .toList();
  }

  private static long failing(List<JsonNode> rows) {
    return rows.stream().filter(row -> FAILING.contains(row.path("result").asString())).count();
  }

  /** Results by requirement and object. */
  private static Map<String, String> cells(ServiceClient reader, String system) {
    Map<String, String> cells = new TreeMap<>();
    for (JsonNode row : matrix(reader, system)) {
      for (JsonNode cell : row.path("cells")) {
        cells.put(
            row.path("item").asString() + " " + cell.path("object").asString(),
            cell.path("result").asString());
      }
    }
    return cells;
  }

  private static Map<String, String> turned(Map<String, String> before, Map<String, String> now) {
    Map<String, String> turned = new TreeMap<>();
    now.forEach(
        (cell, result) -> {
          String old = before.getOrDefault(cell, "");
          if (!old.equals(result)) {
            turned.put(cell, old + " > " + result);
          }
        });
    return turned;
  }

  /** Each verdict on an object cites evidence; the first of it is whole and shows its records. */
  private static void leadsToRecords(ServiceClient reader, String item, Set<String> read) {
    JsonNode detail = reader.get(COMPLIANCE + "/systems/" + REVIEW + "/items/" + item);
    for (JsonNode cell : detail.path("cells")) {
      if (isVerdict(cell.path("result").asString())) {
        String id = cell.at("/evidence/0/id").asString("");
        assertThat(id).as("evidence of %s on %s", item, cell.path("object")).isNotEmpty();
        if (read.add(id)) {
          isWhole(reader, reader.get(COMPLIANCE + "/evidence/" + id));
        }
      }
    }
  }

  private static void isWhole(ServiceClient reader, JsonNode evidence) {
    assertThat(evidence.path("intact").asBoolean()).as(evidence.toString()).isTrue();
    assertThat(evidence.path("down")).as(evidence.toString()).isNotEmpty();
    for (JsonNode link : evidence.path("down")) {
      if (link.path("kind").asString().equals("events")) {
        assertThat(reader.get(link.path("api").asString() + "&limit=1").path("items"))
            .as("records of %s", evidence)
            .isNotEmpty();
      }
    }
  }
}
