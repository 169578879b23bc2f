package io.zhidun.simulator.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.simulator.fault.FaultKind;
import io.zhidun.simulator.fault.FaultScript;
import io.zhidun.simulator.fault.FaultTruth;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleRunTest {
  private static final Instant FRIDAY = at("2026-11-20T00:00:00+08:00");
  private static final Instant MORNING = at("2026-11-20T10:00:00+08:00");
  private static final Duration LONG = Duration.ofDays(1);
  private static final String REQUESTS = "ip_platform_http_requests_total";

  @Test
  void quietDayFollowsItsRhythmAndFailsNowhere() throws IOException {
    Series series = run(FRIDAY, Duration.ofDays(1), "none");

    double night = series.rise(REQUESTS, "", hour(2), hour(4));
    double morning = series.rise(REQUESTS, "", hour(10), hour(12));
    assertThat(morning).isGreaterThan(20 * night);
    assertThat(series.rise(REQUESTS, "status=\"5", hour(0), hour(24))).isZero();
    assertThat(series.rise("traces_service_graph_request_failed_total", "", hour(0), hour(24)))
        .isZero();
    assertThat(series.most("ip_platform_queue_messages", "", hour(0), hour(24))).isLessThan(20);
  }

  @Test
  void weekendHasAThirdOfAWorkingDay() throws IOException {
    Series series = run(FRIDAY, Duration.ofDays(2), "none");

    double friday = series.rise(REQUESTS, "system=\"public-service\"", hour(8), hour(18));
    double saturday = series.rise(REQUESTS, "system=\"public-service\"", hour(32), hour(42));
    assertThat(saturday / friday).isBetween(0.25, 0.45);
  }

  @Test
  void samePlanGivesTheSameSamples() throws IOException {
    Series one = run(MORNING, Duration.ofMinutes(10), "slow-database@PT2M+PT5M");
    Series two = run(MORNING, Duration.ofMinutes(10), "slow-database@PT2M+PT5M");

    assertThat(one.all()).isEqualTo(two.all());
  }

  /** What of a series rises or falls while the fault lasts, against the time before and after. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "slow-database|traces_service_graph_request_failed_total|server=\"filing-db\"",
        "slow-database|ip_platform_http_requests_total|status=\"50",
        "full-disk|ip_platform_http_requests_total|route=\"/marks\",status=\"503\"",
        "leak|ip_platform_http_request_duration_seconds_sum|system=\"public-service\"",
        "dead-instance|traces_service_graph_request_failed_total|server=\"search\"",
        "bad-deploy|ip_platform_http_requests_total|route=\"/filings\",status=\"500\"",
        "expired-certificate:payment-gateway|ip_platform_http_requests_total|status=\"502\"",
        "thundering-herd|ip_platform_http_requests_total|status=\"503\"",
        "queue-backlog|ip_platform_http_requests_total|route=\"/filings\",status=\"503\"",
        "clock-drift|ip_platform_http_requests_total|route=\"/payments\",status=\"502\"",
        "attack-outage|ip_platform_http_requests_total|route=\"/publications\",status=\"50"
      })
  void faultShowsWhileItLasts(String fault, String name, String labels) throws IOException {
    Series series = run(MORNING, Duration.ofMinutes(60), fault + "@PT10M+PT40M");

    double before = series.rise(name, labels, minute(0), minute(10));
    assertThat(series.rise(name, labels, minute(11), minute(50))).isGreaterThan(20 * before + 20);
    assertThat(series.rise(name, labels, minute(52), minute(60))).isLessThan(1.5 * before + 1);
  }

  @Test
  void certificateThatEndsIsForetoldAndClientsStayAway() throws IOException {
    Series series = run(MORNING, Duration.ofMinutes(90), "expired-certificate@PT30M+PT30M");
    String notAfter = "ip_platform_certificate_not_after_timestamp_seconds";
    String review = "component=\"patent-review\"";

    assertThat(series.most(notAfter, review, minute(0), minute(59)))
        .isEqualTo(minute(30).getEpochSecond());
    assertThat(series.most(notAfter, review, minute(62), minute(90)))
        .isGreaterThan(minute(90).plus(Duration.ofDays(90)).getEpochSecond());
    String requests = "system=\"patent-review\"";
    assertThat(series.rise(REQUESTS, requests, minute(0), minute(30))).isPositive();
    assertThat(series.rise(REQUESTS, requests, minute(31), minute(59))).isZero();
  }

  @Test
  void lostIpv6RouteHalvesTheRequestsAndFailsNone() throws IOException {
    Series series = run(MORNING, Duration.ofMinutes(60), "lost-ipv6-route@PT30M+PT30M");
    String requests = "system=\"public-service\"";

    double before = series.rise(REQUESTS, requests, minute(0), minute(29));
    double after = series.rise(REQUESTS, requests, minute(31), minute(60));
    assertThat(after / before).isBetween(0.4, 0.6);
    assertThat(series.most("ip_platform_listener_up", "family=\"ipv6\"", minute(32), minute(33)))
        .as("the trademark register keeps its listener")
        .isEqualTo(1);
  }

  @Test
  void leakEatsTheMemoryUntilTheProcessIsKilled() throws IOException {
    Series series = run(MORNING, Duration.ofMinutes(60), "leak:trademark@PT0M+PT60M");
    String memory = "ip_platform_memory_used_bytes";
    double limit = series.most("ip_platform_memory_limit_bytes", "", minute(0), minute(60));

    assertThat(series.most(memory, "\"trademark\"", minute(0), minute(5))).isLessThan(0.6 * limit);
    assertThat(series.most(memory, "\"trademark\"", minute(30), minute(36)))
        .isGreaterThan(0.95 * limit);
    assertThat(series.most("ip_platform_instance_up", "\"trademark\"", minute(37), minute(37)))
        .isZero();
    assertThat(series.most(memory, "\"trademark\"", minute(39), minute(42)))
        .isLessThan(0.7 * limit);
    assertThat(series.most(memory, "\"public-service\"", minute(0), minute(60)))
        .isLessThan(0.6 * limit);
  }

  @Test
  void slowDatabaseReachesAllThatAskItAndNobodyElse() throws IOException {
    Series series = run(MORNING, Duration.ofMinutes(60), "slow-database@PT30M+PT30M");
    String failed = "traces_service_graph_request_failed_total";

    for (String client : new String[] {"public-service", "patent-review"}) {
      String edge = "client=\"" + client + "\",connection_type=\"database\"";
      assertThat(series.rise(failed, edge, minute(31), minute(60))).as(client).isPositive();
    }
    assertThat(series.rise(failed, "server=\"register-db\"", minute(31), minute(60))).isZero();
    assertThat(series.rise(failed, "server=\"payment-gateway\"", minute(31), minute(60))).isZero();
    assertThat(series.most("ip_platform_pool_in_use", "\"filing-db\"", minute(31), minute(60)))
        .isGreaterThan(6);
    assertThat(series.most("ip_platform_queue_messages", "", minute(31), minute(60)))
        .as("the worker waits for the database as well")
        .isGreaterThan(20);
  }

  @Test
  void truthNamesCauseHostTimesAndCapabilities() throws IOException {
    FaultTruth.Line line = plan(FRIDAY, Duration.ofDays(7), "full-disk@P1D+P5D").truth().get(0);

    assertThat(line.fault()).isEqualTo(FaultKind.FULL_DISK.id());
    assertThat(line.cause()).isEqualTo("register-db");
    assertThat(line.host()).isEqualTo("db-02");
    assertThat(line.started()).isEqualTo(hour(24));
    assertThat(line.felt()).isEqualTo(hour(24 + 72));
    assertThat(line.finished()).isEqualTo(hour(24 * 6));
    assertThat(line.capabilities()).containsExactly("submit");
  }

  private static Series run(Instant from, Duration length, String faults) throws IOException {
    Series series = new Series();
    SampleRun.run(plan(from, length, faults), series);
    return series;
  }

  private static SampleRun.Plan plan(Instant from, Duration length, String faults)
      throws IOException {
    Duration step = length.compareTo(LONG) < 0 ? Duration.ofMinutes(1) : Duration.ofMinutes(15);
    return new SampleRun.Plan(42, from, length, step, 5, FaultScript.parse(faults));
  }

  private static Instant hour(int number) {
    return FRIDAY.plus(Duration.ofHours(number));
  }

  private static Instant minute(int number) {
    return MORNING.plus(Duration.ofMinutes(number));
  }

  private static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
