package io.zhidun.service.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.service.Browser;
import io.zhidun.service.RunningService;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionIT {
  private RunningService service;

  @BeforeEach
  void start() throws Exception {
    service = RunningService.start();
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void firstSignInLeadsToANewPasswordAndThenToEverything() {
    assertThat(service.bootstrapFileExists()).isFalse();
    Browser browser = service.firstSignIn("operator");
    assertThat(browser.get("/api/v1/session").json().at("/user/mustChangePassword").asBoolean())
        .isTrue();
    assertThat(browser.get("/api/v1/alerts").problem(403)).isEqualTo("password-change-required");

    Browser.Answer weak = change(browser, "First-Lantern-1", "short");
    assertThat(weak.problem(400)).isEqualTo("invalid-parameter");
    assertThat(weak.response().body()).contains("12 to 128").doesNotContain("short\"");
    change(browser, "First-Lantern-1", RunningService.PASSWORD).expect(200);

    browser.get("/api/v1/alerts").expect(200);
    assertThat(browser.get("/api/v1/session").json().path("user").toString())
        .isEqualTo(
            "{\"name\":\"operator\",\"displayName\":\"operator\",\"roles\":[\"operator\"],"
                + "\"mustChangePassword\":false}");
  }

  @Test
  void nothingIsReadWithoutASession() {
    Browser browser = service.browser();

    assertThat(browser.get("/api/v1/session").problem(401)).isEqualTo("sign-in-required");
    assertThat(browser.get("/api/v1/alerts").problem(401)).isEqualTo("sign-in-required");
    assertThat(browser.get("/api/v1/nonsense").problem(401)).isEqualTo("sign-in-required");
    browser.get("/actuator/health").expect(200);
    browser.get("/actuator/env").expect(404);
  }

  @Test
  void wrongNameAndWrongPasswordLookTheSame() {
    Browser browser = service.browser();
    browser.get("/api/v1/session");

    Browser.Answer name = signIn(browser, "nobody", "x");
    Browser.Answer password = signIn(browser, "operator", "x");
    Browser.Answer malformed = signIn(browser, "<script>", "x");

    assertThat(name.problem(401)).isEqualTo("sign-in-refused");
    assertThat(password.response().body()).isEqualTo(name.response().body());
    assertThat(malformed.response().body()).isEqualTo(name.response().body());
  }

  @Test
  void fiveWrongPasswordsLockAnAccountAndAnUnknownNameAlike() {
    for (String account : new String[] {"operator", "nobody"}) {
      Browser browser = service.browser();
      browser.get("/api/v1/session");
      for (int i = 0; i < 4; i++) {
        signIn(browser, account, "wrong").expect(401);
      }
      assertThat(signIn(browser, account, "wrong").problem(423)).isEqualTo("locked-out");

      Browser.Answer right = signIn(browser, account, "First-Lantern-1");

      assertThat(right.problem(423)).isEqualTo("locked-out");
      assertThat(Integer.parseInt(right.header("Retry-After"))).isBetween(800, 900);
      assertThat(Instant.parse(right.json().path("retryAt").asString()))
          .isBetween(
              Instant.now().plus(Duration.ofMinutes(14)),
              Instant.now().plus(Duration.ofMinutes(16)));
    }
  }

  @Test
  void everyChangeNeedsTheToken() {
    Browser browser = service.browser();
    browser.get("/api/v1/session");
    assertThat(
            browser
                .send(
                    browser
                        .request("/api/v1/session")
                        .POST(
                            BodyPublishers.ofString(
                                Browser.credentials("operator", "First-Lantern-1"))))
                .problem(403))
        .isEqualTo("csrf");
  }

  @Test
  void signingInGivesAnotherSessionAndAnotherToken() {
    Browser browser = service.firstSignIn("operator");
    String session = browser.cookie("ZHIDUN_SESSION").orElseThrow();
    String token = browser.cookie("XSRF-TOKEN").orElseThrow();

    Browser.Answer again = signIn(browser, "operator", "First-Lantern-1");

    again.expect(200);
    assertThat(browser.cookie("ZHIDUN_SESSION").orElseThrow()).isNotEqualTo(session);
    assertThat(browser.cookie("XSRF-TOKEN").orElseThrow()).isNotEqualTo(token);
    assertThat(again.response().headers().allValues("Set-Cookie"))
        .anySatisfy(
            cookie ->
                assertThat(cookie)
                    .startsWith("ZHIDUN_SESSION=")
                    .contains("HttpOnly", "SameSite=Strict"));
  }

  @Test
  void signingOutEndsTheSession() {
    Browser browser = service.signedIn("operator");
    browser.delete("/api/v1/session").expect(204);
    browser.get("/api/v1/alerts").expect(401);
    browser.delete("/api/v1/session").expect(204);
  }

  @Test
  void changingThePasswordEndsOtherSessions() {
    Browser here = service.signedIn("operator");
    Browser there = service.signedIn("operator");

    change(here, RunningService.PASSWORD, "Another-Lantern-43").expect(200);

    here.get("/api/v1/alerts").expect(200);
    there.get("/api/v1/alerts").expect(401);
    there.get("/api/v1/session").expect(401);
  }

  @Test
  void signingInTakesLessThanASecond() {
    Browser browser = service.firstSignIn("operator");
    long start = System.nanoTime();
    signIn(browser, "operator", "First-Lantern-1").expect(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
  }

  @Test
  void bodiesAreBounded() {
    Browser browser = service.browser();
    browser.get("/api/v1/session");
    String long1 = "x".repeat(70_000);

    assertThat(browser.post("/api/v1/session", "{\"username\":\"" + long1 + "\"}").problem(413))
        .isEqualTo("body-too-large");
    assertThat(
            browser
                .send(
                    browser
                        .request("/api/v1/session")
                        .header("X-XSRF-TOKEN", browser.cookie("XSRF-TOKEN").orElseThrow())
                        .POST(
                            BodyPublishers.ofInputStream(
                                () ->
                                    new ByteArrayInputStream(
                                        ("{\"username\":\"" + long1 + "\"}")
                                            .getBytes(StandardCharsets.UTF_8)))))
                .problem(413))
        .isEqualTo("body-too-large");
    assertThat(browser.post("/api/v1/session", "{nonsense").problem(400))
        .isEqualTo("unreadable-body");
  }

  private static Browser.Answer signIn(Browser browser, String name, String password) {
    return browser.post("/api/v1/session", Browser.credentials(name, password));
  }

  private static Browser.Answer change(Browser browser, String current, String next) {
    return browser.post(
        "/api/v1/session/password",
        "{\"current\": \"%s\", \"next\": \"%s\"}".formatted(current, next));
  }
}
