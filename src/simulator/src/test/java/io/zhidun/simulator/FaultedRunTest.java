package io.zhidun.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Json;
import io.zhidun.simulator.attack.Campaign;
import io.zhidun.simulator.fault.FaultScript;
import io.zhidun.testkit.GroundTruth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class FaultedRunTest {
  private static final Instant MORNING =
      OffsetDateTime.parse("2026-11-20T10:00:00+08:00").toInstant();

  @TempDir private Path folder;

  @Test
  void slowDatabaseShowsInTheLogsAndStandsInTheTruth() throws IOException {
    run("slow-database@PT10M+PT10M");

    assertThat(log("public-service", "app.log"))
        .contains("ERROR [backend] filing-db: no answer within 3 s");
    assertThat(log("public-service", "access.log")).containsPattern("\" 50[34] ");
    JsonNode truth = truth();
    assertThat(truth.path("cause").stringValue()).isEqualTo("filing-db");
    assertThat(truth.path("started").stringValue()).isEqualTo("2026-11-20T02:10:00Z");
    assertThat(truth.path("finished").stringValue()).isEqualTo("2026-11-20T02:20:00Z");
    assertThat(truth.path("capabilities").toString()).contains("\"submit\"", "\"pay\"");
  }

  @Test
  void driftingClockStampsTheLinesOfItsHostAlone() throws IOException {
    run("clock-drift@PT10M+PT50M");

    assertThat(log("public-service", "access.log")).contains("/Nov/2026:11:02:");
    assertThat(log("trademark", "access.log"))
        .contains("/Nov/2026:10:59:")
        .doesNotContain("/Nov/2026:11:0");
    assertThat(log("public-service", "app.log")).contains("payment-gateway: signature refused");
  }

  @Test
  void deploymentIsLoggedWhenItComesAndWhenItIsMended() throws IOException {
    run("bad-deploy@PT10M+PT10M");

    assertThat(log("public-service", "app.log"))
        .contains("10:10:00.000 INFO  [deploy] version 2.5.0 started")
        .contains("IllegalStateException: field attorneyCode is missing")
        .contains("10:20:00.000 INFO  [deploy] version 2.5.1 started");
  }

  @Test
  void attackThatCausesAnOutageIsBothAnAttackAndAFault() throws IOException {
    run("attack-outage@PT10M+PT10M");

    LoggedHour hour = LoggedHour.read(folder, 2026);
    GroundTruth attacks = GroundTruth.read(folder.resolve("ground-truth.ndjson"));
    assertThat(attacks.attacks()).hasSize(1);
    assertThat(attacks.missing(hour.alerts)).isEmpty();
    assertThat(attacks.unexpected(hour.alerts)).isEmpty();
    assertThat(truth().path("attacker").stringValue()).isEqualTo(attacks.attacks().get(0).from());
    assertThat(log("public-service", "app.log")).contains("search: no free connection after 1 s");
  }

  @Test
  void noFaultLooksLikeAnAttack() throws IOException {
    run(
        "thundering-herd@PT2M+PT10M,dead-instance@PT14M+PT8M,leak@PT24M+PT10M,"
            + "lost-ipv6-route@PT36M+PT10M,expired-certificate@PT48M+PT5M");

    assertThat(LoggedHour.read(folder, 2026).alerts).isEmpty();
    assertThat(Files.readAllLines(folder.resolve("faults.ndjson"))).hasSize(5);
  }

  private void run(String faults) throws IOException {
    Campaign none = new Campaign("none", Duration.ofMinutes(2), 0);
    FastRun.run(
        folder,
        42,
        MORNING,
        Duration.ofHours(1),
        new Simulation.Workload(5, none, FaultScript.parse(faults)));
  }

  private String log(String system, String name) throws IOException {
    return Files.readString(folder.resolve(system).resolve(name));
  }

  private JsonNode truth() throws IOException {
    return Json.mapper().readTree(Files.readString(folder.resolve("faults.ndjson")));
  }
}
