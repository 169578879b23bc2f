package io.zhidun.service.filingcase;

import static io.zhidun.service.filingcase.Filings.patent;
import static io.zhidun.service.filingcase.Indications.group;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zhidun.events.Topics;
import io.zhidun.service.Browser;
import io.zhidun.service.RunningService;
import io.zhidun.service.intake.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the topics to the case, over a restart. */
class FilingIntakeIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @TempDir private Path data;

  @Test
  void whatIsInTheTopicsIsStoredOnceAndWhatIsUnreadableIsKept() throws Exception {
    try (TestBroker broker = new TestBroker()) {
      broker.createTopic(Topics.FILINGS, 1);
      broker.createTopic(Topics.INDICATIONS, 1);
      broker.send(
          Topics.FILINGS,
          List.of(
              patent("2026100000011", "AAA").toString(),
              "{\"applType\":\"invention\"",
              patent("2026100000022", "BBB").put("filingDate", "someday").toString(),
              "{\"entity\":\"agency\",\"code\":\"33200\",\"name\":\"x\"}",
              patent("2026100000022", "BBB").toString()));
      broker.send(
          Topics.INDICATIONS,
          List.of(
              group("g1").json(),
              group("g2").json().replace("\"P6\"", "\"<b>\""),
              group("g3").json().replace("0.62", "6.2"),
              "null"));
      try (RunningService service = start(broker)) {
        await().atMost(PATIENCE).untilAsserted(() -> holds(service, 2, 1));
        assertThat(reasons(service))
            .hasSize(5)
            .anyMatch(why -> why.contains("filingDate must be a date, was \"someday\""))
            .anyMatch(why -> why.contains("kind must be a kind such as P1"))
            .anyMatch(why -> why.contains("score must be from 0 to 1, was \"6.2\""));
        Browser reviewer = service.signedIn("reviewer");
        assertThat(reviewer.get("/api/v1/filing-cases/1").json().path("filings")).hasSize(2);
        assertThat(service.browser().get("/actuator/prometheus").response().body())
            .contains("zhidun_hop_records_total{hop=\"filings\",outcome=\"out\"} 2.0")
            .contains("zhidun_hop_records_total{hop=\"indications\",outcome=\"rejected\"} 3.0")
            .contains("zhidun_indication_delay_seconds_count 1");
      }
      broker.send(Topics.INDICATIONS, List.of(group("g1").json(), group("g4").json()));
      try (RunningService again = start(broker)) {
        await().atMost(PATIENCE).untilAsserted(() -> holds(again, 2, 2));
        assertThat(again.browser().get("/actuator/prometheus").response().body())
            .as("nothing is read twice")
            .contains("zhidun_hop_records_total{hop=\"filings\",outcome=\"in\"} 0.0")
            .contains("zhidun_hop_records_total{hop=\"indications\",outcome=\"in\"} 2.0")
            .contains("zhidun_hop_records_total{hop=\"indications\",outcome=\"duplicate\"} 1.0");
      }
    }
  }

  private RunningService start(TestBroker broker) throws Exception {
    return RunningService.start(
        Map.of(
            "spring.datasource.url",
            "jdbc:h2:file:" + data.resolve("service"),
            "zhidun.intake.enabled",
            "true",
            "zhidun.intake.kafka",
            broker.address()));
  }

  private static void holds(RunningService service, int filings, int cases) {
    assertThat(count(service, "filing")).isEqualTo(filings);
    assertThat(count(service, "filing_case")).isEqualTo(cases);
  }

  private static int count(RunningService service, String table) {
    return service
        .bean(JdbcClient.class)
        .sql("select count(*) from " + table)
        .query(Integer.class)
        .single();
  }

  private static List<String> reasons(RunningService service) {
    return service
        .bean(JdbcClient.class)
        .sql("select reason from rejected_draft")
        .query(String.class)
        .list();
  }
}
