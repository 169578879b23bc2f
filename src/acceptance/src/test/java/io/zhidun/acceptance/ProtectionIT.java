package io.zhidun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.testkit.Await;
import io.zhidun.testkit.ServiceClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Classified protection from the line in a file to the verdict and back down to the line: a
 * scanner's report decides a requirement, a worse one turns it, and each verdict leads to its
 * record.
 */
@ExtendWith(SharedProduct.class)
class ProtectionIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SYSTEM = "archive";
  private static final String HOST = "archive-host-01";
  private static final String ITEM = "L3-8.1.4.5-a";
  private static final String COMPLIANCE = "/api/v1/compliance";

  @Test
  void aReportDecidesARequirementAndAWorseOneTurnsIt() throws Exception {
    ServiceClient engineer = SharedProduct.product().signIn("engineer");
    inventory(engineer);
    assertThat(result(engineer)).isEqualTo("no-evidence");

    report(2);
    Await.until(PATIENCE, "the requirement is met", () -> judged(engineer).equals("met"));
    report(90);
    Await.until(PATIENCE, "old signatures turn it", () -> judged(engineer).equals("not-met"));

    JsonNode detail = detail(engineer);
    assertThat(detail.at("/history/0/from").asString()).isEqualTo("met");
    JsonNode cell = detail.at("/cells/0");
    assertThat(cell.at("/reason/en").asString()).contains("90 days");
    String evidence = cell.at("/evidence/0/id").asString();
    JsonNode view = engineer.get(COMPLIANCE + "/evidence/" + evidence);
    assertThat(view.path("intact").asBoolean()).isTrue();
    String down = view.at("/down/0/api").asString();
    JsonNode raw = engineer.get(down);
    assertThat(raw.at("/items/0/event/original").asString()).contains("\"signature_age_days\":90");
  }

  private static void inventory(ServiceClient engineer) {
    put(
        engineer,
        "/api/v1/systems/" + SYSTEM,
        Map.of(
            "name",
            "档案系统",
            "level",
            3,
            "notation",
            "S3A3G3",
            "owner",
            "档案处",
            "reportingRoute",
            "CENTRAL_ORGAN"));
    put(
        engineer,
        "/api/v1/assets/" + HOST,
        Map.of(
            "system",
            SYSTEM,
            "name",
            "档案服务器",
            "kind",
            "host",
            "importance",
            2,
            "addresses",
            List.of(HOST)));
  }

  private static void put(ServiceClient engineer, String target, Map<String, ?> body) {
    ServiceClient.Answer answer = engineer.send("PUT", target, body);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  private static void report(int days) throws Exception {
    Path file = SharedProduct.in().resolve("posture.log");
    String line =
        """
        {"ts":"%s","host":"%s","check":"malware-host","agent":"a","values":{"running":true,"blocking":true,"signature_age_days":%d}}
        """
            .formatted(Instant.now(), HOST, days);
    Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  private static String judged(ServiceClient engineer) {
    int status = engineer.send("POST", COMPLIANCE + "/checks/malware-host/run", Map.of()).status();
    assertThat(status).as("200, or 429 while the schedule runs it").isIn(200, 429);
    return result(engineer);
  }

  private static String result(ServiceClient engineer) {
    return detail(engineer).path("result").asString();
  }

  private static JsonNode detail(ServiceClient engineer) {
    return engineer.get(COMPLIANCE + "/systems/" + SYSTEM + "/items/" + ITEM);
  }
}
