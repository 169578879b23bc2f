package io.zhidun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Real ssh clients guess at a real server; a person sees it in a real browser. */
@ExtendWith(SharedProduct.class)
class RealAttackIT {
  private static final Duration BOUND = Duration.ofSeconds(2);
  private static SshServer server;

  @BeforeAll
  static void startServer() throws Exception {
    SharedProduct.operator();
    server = SshServer.start(SharedProduct.work("ssh"), SharedProduct.product().syslogPort());
  }

  @AfterAll
  static void stopServer() throws Exception {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1"})
  void theFifthFailureIsSeenExplainedWithinTwoSeconds(String address) throws Exception {
    Product product = SharedProduct.product();
    String query = "rule=ssh-password-guessing&field=source.ip%3A" + address.replace(":", "%3A");
    try (Browser browser = Browser.watch(product, query, address, "Failed password for")) {
      for (int i = 0; i < 4; i++) {
        server.failToSignIn("guest" + i, address);
      }
      server.failToSignIn("root", address);

      JsonNode seen = browser.next();
      JsonNode page = browser.next();

      Instant fifth =
          Instant.parse(
              SharedProduct.operator()
                  .alerts(
                      "rule=ssh-password-guessing&field=source.ip:" + address.replace(":", "%3A"))
                  .get(0)
                  .lastSeen()
                  .toString());
      Instant visible = Instant.ofEpochMilli(seen.path("visibleAt").asLong());
      assertThat(Duration.between(fifth, visible)).isBetween(Duration.ZERO, BOUND);
      assertThat(page.path("text").asString())
          .contains(address)
          .contains("5")
          .contains("Failed password for")
          .contains("ssh-password-guessing");
    }
  }
}
