package io.zhidun.collectors.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.google.re2j.Pattern;
import io.zhidun.collectors.testkit.InMemoryShipper;
import io.zhidun.collectors.testkit.ShippedRecord;
import io.zhidun.events.metrics.MalformedSamplesException;
import io.zhidun.events.metrics.SampleReader;
import io.zhidun.events.metrics.Series;
import io.zhidun.events.metrics.Values;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real nginx under probes. */
class NginxProbeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir private Path folder;

  @Test
  void aServerThatStopsAndStartsIsSeenOverBothVersionsOfIp() throws Exception {
    InMemoryShipper shipper = new InMemoryShipper();
    try (Nginx nginx = new Nginx(folder)) {
      String[] urls = {
        "http://127.0.0.1:" + nginx.port + "/ok", "http://[::1]:" + nginx.port + "/ok"
      };
      List<Check> checks = new ArrayList<>();
      for (String url : urls) {
        checks.add(
            new Check(
                Check.Kind.HTTP, url, Map.of("system", "trademark"), Set.of(), Expectation.ANY));
      }
      ProbeCollector collector =
          new ProbeCollector(
              new ProbeOptions("probes", Duration.ofMillis(500), Duration.ofMillis(500), checks),
              shipper,
              Clock.systemUTC(),
              System::nanoTime);
      Thread thread = new Thread(() -> run(collector));
      thread.start();
      String labels =
          "{check=\"http\",instance=\"%s\",ip_protocol=\"%s\",job=\"probes\"%s,system=\"trademark\"}";

      await().atMost(PATIENCE).until(() -> successes(shipper).equals(Map.of("4", 1.0, "6", 1.0)));
      assertThat(latest(shipper))
          .containsEntry("probe_http_status_code" + labels.formatted(urls[1], "6", ""), 200.0);
      nginx.stop();
      await().atMost(PATIENCE).until(() -> successes(shipper).equals(Map.of("4", 0.0, "6", 0.0)));
      String reason = "probe_failure_info" + labels.formatted(urls[0], "4", ",reason=\"refused\"");
      assertThat(latest(shipper)).containsEntry(reason, 1.0);
      nginx.startAgain();
      await().atMost(PATIENCE).until(() -> successes(shipper).equals(Map.of("4", 1.0, "6", 1.0)));
      assertThat(latest(shipper).get(reason)).matches(Values::isStale);

      collector.stop();
      thread.join();
    }
  }

  @Test
  void assertionsAndCertificatesAreJudged() throws Exception {
    try (Nginx nginx = new Nginx(folder);
        Prober prober = new Prober(Duration.ofSeconds(5))) {
      String plain = "http://127.0.0.1:" + nginx.port;
      await()
          .atMost(PATIENCE)
          .until(() -> reason(prober, http(plain + "/ok", Expectation.ANY)) == null);
      assertThat(reason(prober, http(plain + "/bad", Expectation.ANY)))
          .isEqualTo(Finding.Reason.STATUS);
      assertThat(reason(prober, http(plain + "/bad", expect(Set.of(500), null, false)))).isNull();
      assertThat(reason(prober, http(plain + "/ok", expect(Set.of(), "is (well|fine)", false))))
          .isNull();
      assertThat(reason(prober, http(plain + "/ok", expect(Set.of(), "ell", false)))).isNull();
      assertThat(reason(prober, http(plain + "/ok", expect(Set.of(), "^ill", false))))
          .isEqualTo(Finding.Reason.BODY);

      String secure = "https://[::1]:" + nginx.tlsPort + "/ok";
      assertThat(reason(prober, http(secure, Expectation.ANY)))
          .isEqualTo(Finding.Reason.CERTIFICATE);
      assertThat(reason(prober, http(secure, expect(Set.of(), null, false)))).isNull();
      Check tls =
          new Check(
              Check.Kind.TLS,
              "127.0.0.1:" + nginx.tlsPort,
              Map.of(),
              Set.of(),
              expect(Set.of(), null, false));
      List<Prober.Found> found = prober.look(tls);
      assertThat(found).extracting(each -> each.finding().family()).containsExactly(Family.IPV4);
      Map<String, Double> measures = measures(found.get(0).finding());
      assertThat(measures)
          .containsEntry("probe_tls_chain_trusted", 0.0)
          .containsKey("probe_tls_version_info");
      double days =
          (measures.getOrDefault("probe_tls_not_after_seconds", 0.0)
                  - System.currentTimeMillis() / 1e3)
              / 86_400;
      assertThat(days).isCloseTo(30, within(0.1));
      assertThat(found.get(0).finding().measures())
          .anyMatch(each -> each.labels().equals(Map.of("version", "TLSv1.2")));
    }
  }

  private static Finding.@Nullable Reason reason(Prober prober, Check check) {
    return prober.look(check).get(0).finding().reason();
  }

  private static Check http(String url, Expectation expectation) {
    return new Check(Check.Kind.HTTP, url, Map.of(), Set.of(), expectation);
  }

  private static Expectation expect(Set<Integer> statuses, @Nullable String body, boolean verify) {
    return new Expectation(
        statuses, body == null ? null : Pattern.compile(body), null, null, verify, "", "A");
  }

  private static Map<String, Double> measures(Finding finding) {
    Map<String, Double> all = new HashMap<>();
    finding.measures().forEach(each -> all.put(each.name(), each.value()));
    return all;
  }

  private static void run(ProbeCollector collector) {
    try {
      collector.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Double> successes(InMemoryShipper shipper) {
    Map<String, Double> all = new HashMap<>();
    samples(shipper)
        .forEach(
            each -> {
              if (each.series.name().equals("probe_success")) {
                all.put(String.valueOf(each.series.label("ip_protocol")), each.value);
              }
            });
    return all;
  }

  private static Map<String, Double> latest(InMemoryShipper shipper) {
    Map<String, Double> all = new HashMap<>();
    samples(shipper).forEach(each -> all.put(each.series.toString(), each.value));
    return all;
  }

  private static List<Sample> samples(InMemoryShipper shipper) {
    List<Sample> all = new ArrayList<>();
    SampleReader reader = new SampleReader();
    try {
      for (ShippedRecord record : shipper.records("probes")) {
        reader.begin(record.value());
        while (reader.nextSeries()) {
          Series series = reader.series();
          while (reader.nextSample()) {
            all.add(new Sample(series, reader.value()));
          }
        }
      }
    } catch (MalformedSamplesException e) {
      throw new AssertionError(e);
    }
    return all;
  }

  private record Sample(Series series, double value) {}
}
