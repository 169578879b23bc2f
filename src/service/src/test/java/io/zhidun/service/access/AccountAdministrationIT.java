package io.zhidun.service.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.service.Browser;
import io.zhidun.service.RunningService;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Three administrators who exclude one another (GB/T 22239-2019, 8.1.5.1 to 8.1.5.3). */
class AccountAdministrationIT {
  private static final String ACCOUNTS = "/api/v1/accounts";

  private static RunningService service;
  private static Browser system;
  private static Browser security;
  private static Browser auditor;

  @BeforeAll
  static void start() throws Exception {
    service =
        RunningService.start(
            Map.of("zhidun.assets.demo", "true", "zhidun.compliance.schedule.enabled", "false"));
    system = service.signedIn("system-admin");
    security = service.signedIn("security-admin");
    auditor = service.signedIn("auditor");
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static JsonNode create(String name) {
    return system
        .post(ACCOUNTS, "{\"name\": \"%s\", \"displayName\": \"值守 %s\"}".formatted(name, name))
        .expect(201)
        .json();
  }

  private static Browser.Answer grant(Browser who, String name, String role) {
    return who.post(ACCOUNTS + "/" + name + "/role", "{\"role\": \"" + role + "\"}");
  }

  private static Browser signedIn(String name, String password) {
    Browser browser = service.browser();
    browser.get("/api/v1/session");
    browser.post("/api/v1/session", Browser.credentials(name, password)).expect(200);
    browser
        .post(
            "/api/v1/session/password",
            "{\"current\": \"%s\", \"next\": \"%s\"}".formatted(password, RunningService.PASSWORD))
        .expect(200);
    return browser;
  }

  private static JsonNode account(String name) {
    for (JsonNode one : auditor.get(ACCOUNTS).expect(200).json().path("items")) {
      if (one.path("name").asString().equals(name)) {
        return one;
      }
    }
    throw new AssertionError("no account " + name);
  }

  @Test
  void anAccountIsMadeByOneAndGivenItsRoleByAnother() {
    JsonNode made = create("chen");
    String password = made.path("password").asString();
    assertThat(made.at("/account/role").asString()).isEqualTo("none");
    Browser chen = signedIn("chen", password);
    assertThat(chen.get("/api/v1/session").json().at("/user/roles")).isEmpty();
    assertThat(chen.get("/api/v1/alerts").problem(403)).isEqualTo("forbidden");

    assertThat(grant(system, "chen", "operator").problem(403)).isEqualTo("forbidden");
    assertThat(security.post(ACCOUNTS, "{\"name\": \"li\", \"displayName\": \"李\"}").problem(403))
        .isEqualTo("forbidden");
    grant(security, "chen", "operator").expect(200);

    assertThat(chen.get("/api/v1/alerts").problem(401)).as("the session ended").isNotEmpty();
    chen.post("/api/v1/session", Browser.credentials("chen", RunningService.PASSWORD)).expect(200);
    chen.get("/api/v1/alerts").expect(200);
    assertThat(account("chen").path("grantedBy").asString()).isEqualTo("security-admin");
    assertThat(account("chen").path("lastSignInAt").asString()).isNotEmpty();
    assertThat(made.at("/account/lastSignInAt").isNull()).isTrue();
    assertThat(auditor.get(ACCOUNTS).response().body()).doesNotContain(password);
  }

  @Test
  void administratorsDoNotReachWhatIsTheOthers() {
    for (Browser one : new Browser[] {system, security}) {
      assertThat(one.get("/api/v1/audit").problem(403)).isEqualTo("forbidden");
      assertThat(one.get("/api/v1/audit/export").problem(403)).isEqualTo("forbidden");
      assertThat(one.get("/api/v1/filing-cases").problem(403)).isEqualTo("forbidden");
      one.get("/api/v1/platform").expect(200);
    }
    assertThat(system.post("/api/v1/proposals/1/approve", "{}").problem(403))
        .isEqualTo("forbidden");
    assertThat(auditor.post(ACCOUNTS + "/operator/lock", "{}").problem(403)).isEqualTo("forbidden");
    assertThat(grant(auditor, "operator", "auditor").problem(403)).isEqualTo("forbidden");
    assertThat(service.signedIn("engineer").get(ACCOUNTS).problem(403)).isEqualTo("forbidden");
  }

  @Test
  void anAdministratorsAccountNeverBecomesAnothersAndTheLastOneStays() {
    create("wang");
    grant(security, "wang", "auditor").expect(200);
    assertThat(grant(security, "wang", "system-admin").problem(409)).isEqualTo("role-final");
    system.post(ACCOUNTS + "/wang/password", "{}").expect(200);
    assertThat(account("wang").path("role").asString()).as("put aside").isEqualTo("none");
    assertThat(grant(security, "wang", "security-admin").problem(409)).isEqualTo("role-final");
    grant(security, "wang", "auditor").expect(200);

    assertThat(grant(security, "security-admin", "none").problem(409)).isEqualTo("same-person");
    assertThat(system.post(ACCOUNTS + "/security-admin/lock", "{}").problem(409))
        .isEqualTo("last-administrator");
    assertThat(system.post(ACCOUNTS + "/security-admin/password", "{}").problem(409))
        .isEqualTo("last-administrator");
    assertThat(grant(security, "system-admin", "none").problem(409))
        .isEqualTo("last-administrator");
  }

  @Test
  void aLockedAccountIsOutAtOnceAndUntilItIsUnlocked() {
    Browser zhao = signedIn("zhao", create("zhao").path("password").asString());
    system.post(ACCOUNTS + "/zhao/lock", "{}").expect(200);

    assertThat(zhao.get("/api/v1/alerts").problem(401)).isEqualTo("sign-in-required");
    String credentials = Browser.credentials("zhao", RunningService.PASSWORD);
    zhao.get("/api/v1/session");
    assertThat(zhao.post("/api/v1/session", credentials).problem(403)).isEqualTo("account-locked");
    assertThat(system.post(ACCOUNTS + "/zhao/lock", "{}").problem(409)).isEqualTo("account-state");
    system.post(ACCOUNTS + "/zhao/unlock", "{}").expect(200);
    zhao.post("/api/v1/session", credentials).expect(200);
  }

  @Test
  void everyActIsInTheTrailWithoutAPassword() {
    String password = create("sun").path("password").asString();
    grant(security, "sun", "reviewer").expect(200);

    String trail = auditor.get("/api/v1/audit?objectId=sun").expect(200).response().body();
    assertThat(trail)
        .contains("account.create", "account.role-grant", "\"security-admin\"", "reviewer")
        .doesNotContain(password);
  }

  @Test
  void whatIsWrongIsNamed() {
    assertThat(system.post(ACCOUNTS, "{\"name\": \"A B\", \"displayName\": \"x\"}").problem(400))
        .isEqualTo("invalid-parameter");
    assertThat(
            system.post(ACCOUNTS, "{\"name\": \"auditor\", \"displayName\": \"x\"}").problem(409))
        .isEqualTo("account-exists");
    assertThat(system.post(ACCOUNTS + "/nobody/lock", "{}").problem(404)).isEqualTo("not-found");
    assertThat(grant(security, "operator", "root").problem(400)).isEqualTo("invalid-parameter");
  }

  /** The database itself refuses, whatever a program might try. */
  @Test
  void theDatabaseRefusesUnknownRolesAndRolesThatPeopleGiveThemselves() {
    JdbcClient jdbc = service.bean(JdbcClient.class);
    assertThatThrownBy(
            () -> jdbc.sql("update account set role = 'root' where name = 'auditor'").update())
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(
            () -> jdbc.sql("update account set granted_by = name where name = 'operator'").update())
        .isInstanceOf(DataIntegrityViolationException.class);
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        "update account set created_by = 'a', granted_by = 'a'"
                            + " where name = 'operator'")
                    .update())
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  /** 8.1.5.1 to 8.1.5.3 of the platform itself follow who there really is. */
  @Test
  void theLiveStateIsTheEvidence() {
    Browser engineer = service.signedIn("engineer");
    for (String check :
        new String[] {"system-administrator", "audit-administrator", "security-administrator"}) {
      engineer.post("/api/v1/compliance/checks/" + check + "/run", "{}").expect(200);
    }
    for (String item : new String[] {"L3-8.1.5.1-a", "L3-8.1.5.2-a", "L3-8.1.5.3-a"}) {
      JsonNode answer =
          auditor.get("/api/v1/compliance/systems/zhidun/items/" + item).expect(200).json();
      assertThat(answer.path("result").asString()).as(item + answer).isEqualTo("met");
    }
  }
}
