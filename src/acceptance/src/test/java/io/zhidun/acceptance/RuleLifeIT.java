package io.zhidun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.testkit.Await;
import io.zhidun.testkit.LogLines;
import io.zhidun.testkit.ServiceClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * A rule is imported, checked, tried on the past, approved by a second person, runs without a
 * restart, finds something in live traffic, and is taken back, all in a real browser. Between, its
 * canary is cut, and the silence alerts.
 */
@ExtendWith(SharedProduct.class)
class RuleLifeIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String NAME = "visitor-of-the-archive";
  private static final String ID = "5b0a6f6e-52d1-4c0e-9f0e-3f6f6a0f7c11";
  private static final String USER = "archive-visitor";
  private static final String RULE =
      """
      title: Failed sign-in of the archive's visitor
      id: 5b0a6f6e-52d1-4c0e-9f0e-3f6f6a0f7c11
      name: visitor-of-the-archive
      description: Somebody tries the account that the archive's reading room hands out.
      logsource:
          product: linux
          service: sshd
      detection:
          selection:
              event.action: ssh-login
              event.outcome: failure
              user.name: archive-visitor
          condition: selection
      level: low
      zhidun:
          title-zh: 档案阅览账号登录失败
          group-by: [source.ip]
      """;

  @Test
  void aRuleIsImportedTriedApprovedFiresAndIsTakenBack() throws Exception {
    Product product = SharedProduct.product();
    SharedProduct.operator();
    ServiceClient engineer = product.signIn("engineer");
    double before = ruleSet(product);
    Path folder = Files.createDirectories(SharedProduct.work("rule"));
    Path rule = Files.writeString(folder.resolve(NAME + ".yml"), RULE);
    Path cases = Files.writeString(folder.resolve(NAME + ".cases.yml"), cases());
    fail(product, "2001:db8:a::1");
    awaitStored("2001:db8:a::1");

    try (Browser browser = Browser.walkRule(product, NAME, rule, cases)) {
      JsonNode proposed = browser.next();
      assertThat(proposed.path("mayApprove").asBoolean()).as("by who proposes").isFalse();
      assertThat(proposed.path("dryRun").asString()).as("of the line before").contains("1");
      assertThat(ruleSet(product)).as("nothing runs that nobody approved").isEqualTo(before);

      browser.proceed();
      assertThat(browser.next().path("approved").asBoolean()).isTrue();
      Await.until(PATIENCE, "the set in force", () -> ruleSet(product) > before);
      assertThat(alerts()).as("the past is not judged anew").isZero();

      fail(product, "2001:db8:a::2");
      browser.proceed();
      assertThat(browser.next().path("alert").asString()).contains("2001:db8:a::2");

      runCanary(engineer);
      Await.until(PATIENCE, "the canary fires", () -> canary(engineer).equals("fired"));
      assertThat(alerts()).as("a canary is no alert").isEqualTo(1);
      long stream = product.part("stream").path("pid").asLong();
      signal(stream, "STOP");
      try {
        runCanary(engineer);
        browser.proceed();
        assertThat(browser.next().path("silence").asString()).contains("探针");
      } finally {
        signal(stream, "CONT");
      }
      assertThat(canary(engineer)).isEqualTo("silent");

      double active = ruleSet(product);
      browser.proceed();
      assertThat(browser.next().path("rolledBack").asBoolean()).isTrue();
      Await.until(PATIENCE, "the set before", () -> ruleSet(product) > active);
      fail(product, "2001:db8:a::3");
      awaitStored("2001:db8:a::3");
      assertThat(alerts()).as("only of the line while it ran").isEqualTo(1);
    }
  }

  private static void runCanary(ServiceClient engineer) {
    engineer.post("/api/v1/canaries/" + ID + "/run", Map.of());
  }

  private static String canary(ServiceClient engineer) {
    for (JsonNode row : engineer.get("/api/v1/canaries").path("items")) {
      if (row.path("id").asString().equals(ID)) {
        return row.path("state").asString();
      }
    }
    return "";
  }

  private static void signal(long pid, String name) throws Exception {
    int code =
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).inheritIO().start().waitFor();
    assertThat(code).isZero();
  }

  private static String cases() {
    StringBuilder cases = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      cases.append(
          """
          - name: case %d
            detections: %d
            events:
              - {"@timestamp": "2026-11-22T02:00:00Z", logsource: {product: linux, service: sshd}, event.action: ssh-login, event.outcome: failure, user.name: %s, source.ip: "2001:db8::1"}
          """
              .formatted(i, i < 2 ? 1 : 0, i < 2 ? USER : "somebody-else"));
    }
    return cases.toString();
  }

  private static void fail(Product product, String address) throws IOException {
    String line = "<38>" + LogLines.sshFailed(Instant.now(), "reading-room", USER, address);
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(
          new DatagramPacket(
              bytes, bytes.length, InetAddress.getByName("127.0.0.1"), product.syslogPort()));
    }
  }

  private static void awaitStored(String address) {
    Await.until(PATIENCE, "the line of " + address + " can be searched", () -> isStored(address));
  }

  /** The store makes its first index when the first event comes; until then it has no answer. */
  private static boolean isStored(String address) {
    try {
      return !SharedProduct.operator()
          .get("/api/v1/events?field=source.ip:" + address.replace(":", "%3A"))
          .path("items")
          .isEmpty();
    } catch (AssertionError notYet) {
      return false;
    }
  }

  private static int alerts() {
    return SharedProduct.operator().alerts("rule=" + NAME).size();
  }

  private static double ruleSet(Product product) throws IOException {
    URI metrics = URI.create("http://127.0.0.1:" + product.streamPort() + "/metrics");
    try (InputStream in = metrics.toURL().openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith("zhidun_stream_rule_set "))
          .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
          .findFirst()
          .orElse(-1);
    }
  }
}
