package io.zhidun.simulator.site;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.simulator.load.Browser;
import io.zhidun.simulator.load.Person;
import io.zhidun.simulator.log.LogFile;
import io.zhidun.simulator.log.SystemLogs;
import io.zhidun.simulator.record.Library;
import io.zhidun.simulator.time.DutyHours;
import io.zhidun.simulator.time.ManualClock;
import io.zhidun.simulator.web.Response;
import io.zhidun.simulator.web.SystemName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SitesTest {
  private static final long SEED = 42;

  @TempDir private Path folder;
  private final Instant start = Instant.parse("2026-11-20T02:00:00Z");
  private final ManualClock clock = new ManualClock(start, DutyHours.ZONE);
  private final Accounts accounts = new Accounts(SEED);
  private final Map<SystemName, Site> sites = new EnumMap<>(SystemName.class);
  private final Map<SystemName, SystemLogs> logs = new EnumMap<>(SystemName.class);

  @BeforeEach
  void open() throws IOException {
    Library library = new Library(SEED);
    LogFile.Rotation never = new LogFile.Rotation(Long.MAX_VALUE, 1);
    for (SystemName name : SystemName.values()) {
      SystemLogs own = new SystemLogs(folder.resolve(name.id()), name.host(), clock, never, true);
      Sessions sessions = new Sessions(clock, SEED);
      SiteMetrics metrics = new SiteMetrics(name, sessions::count);
      SiteContext site =
          new SiteContext(name, clock, accounts, sessions, library, own, metrics, Backend.NONE);
      logs.put(name, own);
      sites.put(
          name,
          switch (name) {
            case PATENT_REVIEW -> PatentReview.site(site, () -> 0);
            case TRADEMARK -> Trademark.site(site, () -> 0);
            case PUBLIC_SERVICE -> PublicService.site(site, () -> 0);
          });
    }
  }

  @AfterEach
  void close() throws IOException {
    for (SystemLogs own : logs.values()) {
      own.close();
    }
  }

  @Test
  void examinerFindsAndReadsAnUnpublishedApplicationAndItIsAudited() throws IOException {
    Browser browser = browser(SystemName.PATENT_REVIEW, "e10023");
    browser.login(accounts);
    browser.list("/docket?published=false", "", 0);
    String id = browser.shown(0, "");

    assertThat(browser.get("/applications/" + id).status()).isEqualTo(200);

    assertThat(audit(SystemName.PATENT_REVIEW))
        .contains("\"action\":\"login\",\"outcome\":\"success\",\"account\":\"e10023\"")
        .contains("\"action\":\"document-read\"")
        .contains(
            "\"object\":{\"type\":\"application\",\"id\":\"" + id + "\",\"published\":false}");
  }

  @Test
  void applicantFilesPaysAndSeesTheFilingAndNobodyElseDoes() throws IOException {
    Browser browser = browser(SystemName.PUBLIC_SERVICE, "a20045");
    browser.login(accounts);
    String id = Browser.member(browser.post("/filings", Map.of("title", "一种阀门")), "id");
    Browser other = browser(SystemName.PUBLIC_SERVICE, "a20046");
    other.login(accounts);

    assertThat(browser.post("/payments", Map.of("filing", id)).status()).isEqualTo(200);
    assertThat(Browser.member(browser.get("/filings/" + id), "paid")).isEqualTo("true");
    assertThat(other.get("/filings/" + id).status()).isEqualTo(404);
    assertThat(audit(SystemName.PUBLIC_SERVICE)).contains("filing-submit").contains("payment");
  }

  @Test
  void whatIsNotPublishedDoesNotExistForThePublic() {
    Browser examiner = browser(SystemName.PATENT_REVIEW, "e10023");
    examiner.login(accounts);
    examiner.list("/docket?published=false", "", 0);
    Browser visitor = browser(SystemName.PUBLIC_SERVICE, "a20045");

    assertThat(visitor.get("/publications/" + examiner.shown(0, "")).status()).isEqualTo(404);
  }

  @Test
  void clerkExportsAndAnApplicantMayNot() throws IOException {
    Browser clerk = browser(SystemName.TRADEMARK, "c40003");
    clerk.login(accounts);
    Browser applicant = browser(SystemName.TRADEMARK, "a20045");
    applicant.login(accounts);

    assertThat(clerk.post("/exports", Map.of("q", "云")).status()).isEqualTo(200);
    assertThat(applicant.post("/exports", Map.of("q", "云")).status()).isEqualTo(403);
    assertThat(audit(SystemName.TRADEMARK)).containsOnlyOnce("records-export");
  }

  @Test
  void wrongPasswordIsRefusedAndAudited() throws IOException {
    Browser browser = browser(SystemName.TRADEMARK, "g30001");

    assertThat(browser.login("wrong").status()).isEqualTo(401);
    assertThat(audit(SystemName.TRADEMARK))
        .contains("\"action\":\"login\",\"outcome\":\"failure\",\"account\":\"g30001\"");
  }

  @Test
  void sessionEndsAfterHalfAnHourWithoutUse() {
    Browser browser = browser(SystemName.TRADEMARK, "g30001");
    browser.login(accounts);
    clock.reach(start.plus(Duration.ofMinutes(29)));
    Response used = browser.get("/marks?q=");
    clock.reach(start.plus(Duration.ofMinutes(60)));
    Response late = browser.get("/marks?q=");

    assertThat(used.status()).isEqualTo(200);
    assertThat(late.status()).isEqualTo(401);
  }

  @Test
  void dotFilesAreForbiddenAndUnknownPathsNotFound() {
    Browser browser = browser(SystemName.PUBLIC_SERVICE, "a20045");

    assertThat(browser.get("/.git/config").status()).isEqualTo(403);
    assertThat(browser.get("/announcements/../../etc/passwd").status()).isEqualTo(403);
    assertThat(browser.get("/wp-login.php").status()).isEqualTo(404);
    assertThat(browser.get("/?" + "x".repeat(9_000)).status()).isEqualTo(414);
  }

  private Browser browser(SystemName system, String account) {
    Person person = new Person(account, "2001:db8::5", "test");
    return new Browser((name, request) -> site(name).handle(request), system, person);
  }

  private Site site(SystemName name) {
    return Objects.requireNonNull(sites.get(name));
  }

  private String audit(SystemName system) throws IOException {
    return Files.readString(folder.resolve(system.id()).resolve("audit.log"));
  }
}
