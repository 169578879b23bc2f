package io.zhidun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.testkit.Await;
import io.zhidun.testkit.ServiceClient;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/**
 * Fifty linked companies file near-duplicates among honest applicants; the reviewer gets one case
 * with exactly these members, and takes it in a real browser from the list to the monthly report.
 */
@ExtendWith(SharedProduct.class)
class FilingCaseIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int LINES_A_BODY = 400;
  private static final String CASES = "/api/v1/filing-cases";

  private final HttpClient http = HttpClient.newHttpClient();

  @Test
  void linkedCompaniesBecomeOneCaseThatAReviewerDecides() throws Exception {
    Product product = SharedProduct.product();
    ServiceClient reviewer = product.signIn("reviewer");
    LinkedCompanies market = LinkedCompanies.until(Instant.now());
    assertThat(market.members()).hasSize(50);

    post(product, market.before());
    Await.until(PATIENCE, "a case of all companies but one", () -> 49 == largest(reviewer));
    long submitted = System.nanoTime();
    post(product, market.last());
    JsonNode found = Await.value(PATIENCE, "the case", () -> caseOf(reviewer, market.members()));
    System.out.printf(
        "last submission until the case is shown: %d ms%n",
        (System.nanoTime() - submitted) / 1_000_000);

    assertThat(groups(reviewer)).as("one pending case for all").hasSize(1);
    assertThat(found.path("register").asString()).isEqualTo("patent");
    assertThat(found.path("tier").asString()).isIn("warning", "high-risk");
    assertThat(found.path("kinds").toString()).contains("P6");
    String id = found.path("id").asString();
    assertThat(texts(reviewer, id)).as("nobody has decided yet").isNotEmpty().allSatisfy(this::no);

    List<String> steps = Browser.review(product, id, market.device());
    steps.forEach(System.out::println);

    JsonNode closed = reviewer.get(CASES + "/" + id);
    assertThat(closed.path("state").asString()).isEqualTo("confirmed");
    assertThat(closed.path("trail").findValuesAsString("to"))
        .containsSubsequence("preliminary", "notified", "answered", "confirmed");
    YearMonth month = YearMonth.now(ZoneId.of("Asia/Shanghai"));
    JsonNode report = reviewer.get(CASES + "/report?month=" + month);
    assertThat(report.path("byKind"))
        .filteredOn(row -> row.path("kind").asString().equals("P6"))
        .singleElement()
        .satisfies(row -> assertThat(row.path("confirmed").asInt()).isEqualTo(1));
    assertThat(reviewer.get(CASES + "?subjectType=applicant&state=pending&limit=500").path("items"))
        .extracting(row -> row.at("/subject/key").asString())
        .as("companies with a case of their own besides")
        .doesNotContainAnyElementsOf(market.members());
  }

  private void no(String text) {
    assertThat(text).doesNotContain("非正常").doesNotContainIgnoringCase("abnormal");
  }

  /** Everything that a reviewer reads of a case, as it is sent. */
  private static List<String> texts(ServiceClient reviewer, String id) {
    String path = CASES + "/" + id;
    JsonNode filings = reviewer.get(path).path("filings");
    String a = filings.path(0).path("applicationNumber").asString();
    String b = filings.path(1).path("applicationNumber").asString();
    return List.of(
        reviewer.get(CASES).toString(),
        reviewer.get(path).toString(),
        reviewer.get(path + "/graph").toString(),
        reviewer.get(path + "/timeline").toString(),
        reviewer.get("/api/v1/filings/" + a).toString(),
        reviewer.get("/api/v1/filings/compare?a=" + a + "&b=" + b).toString());
  }

  private static JsonNode groups(ServiceClient reviewer) {
    return reviewer.get(CASES + "?subjectType=group&state=pending").path("items");
  }

  private static int largest(ServiceClient reviewer) {
    int largest = 0;
    for (JsonNode each : groups(reviewer)) {
      largest = Math.max(largest, each.path("memberCount").asInt());
    }
    return largest;
  }

  private static Optional<JsonNode> caseOf(ServiceClient reviewer, Set<String> members) {
    for (JsonNode each : groups(reviewer)) {
      JsonNode detail = reviewer.get(CASES + "/" + each.path("id").asString());
      if (new HashSet<>(detail.path("members").findValuesAsString("key")).equals(members)) {
        return Optional.of(detail);
      }
    }
    return Optional.empty();
  }

  private void post(Product product, List<String> lines) throws IOException, InterruptedException {
    for (int at = 0; at < lines.size(); at += LINES_A_BODY) {
      List<String> some = lines.subList(at, Math.min(lines.size(), at + LINES_A_BODY));
      HttpRequest request =
          HttpRequest.newBuilder(product.filings())
              .header("Content-Type", "application/x-ndjson")
              .header("Zhidun-Source", "market")
              .POST(BodyPublishers.ofString(String.join("\n", some)))
              .build();
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    }
  }
}
