package io.zhidun.collectors.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.zhidun.collectors.core.Source;
import io.zhidun.collectors.core.spool.SyncPolicy;
import io.zhidun.collectors.file.FileOptions;
import io.zhidun.collectors.file.StartAt;
import io.zhidun.collectors.http.HttpLimits;
import io.zhidun.collectors.http.HttpOptions;
import io.zhidun.collectors.metrics.scrape.RelabelAction;
import io.zhidun.collectors.metrics.scrape.ScrapeOptions;
import io.zhidun.collectors.metrics.scrape.TargetGroup;
import io.zhidun.collectors.probe.Check;
import io.zhidun.collectors.probe.Family;
import io.zhidun.collectors.syslog.SyslogAddress;
import io.zhidun.collectors.syslog.SyslogOptions;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AgentConfigTest {
  @Test
  void readsTheWholeForm() throws ConfigException {
    AgentConfig config =
        read(
            """
            agent: edge-7
            kafka: {bootstrap: "127.0.0.1:19092"}
            state: /state
            spool: {limit: 2GiB, sync: always}
            metrics: {port: 19101}
            zone: Asia/Shanghai
            collectors:
              - {type: file, source: review-access, paths: ["/x/access.log", "/y/*.log"],
                 dataset: nginx-access, zone: UTC, start: end, maxLine: 64KiB, poll: 5ms,
                 rotatedIdle: 1s}
              - {type: syslog, source: syslog, udp: ["127.0.0.1:5514"], tcp: ["[::1]:5514"],
                 maxMessage: 8KiB, maxConnections: 10, idleTimeout: 5m}
              - {type: http, name: filings, port: 18481, sources: [portal, registry],
                 tokenFile: /etc/token, maxConnections: 9, maxRecord: 1MiB, maxBody: 8MiB}
            """);
    Source files = new Source("review-access", "nginx-access", ZoneId.of("UTC"));
    Source syslog = new Source("syslog", "syslog", ZoneId.of("Asia/Shanghai"));
    FileOptions file =
        new FileOptions(
            files,
            List.of("/x/access.log", "/y/*.log"),
            StartAt.END,
            64 << 10,
            Duration.ofMillis(5),
            Duration.ofSeconds(1));
    SyslogOptions listen =
        new SyslogOptions(
            syslog,
            List.of(SyslogAddress.parse("127.0.0.1:5514")),
            List.of(SyslogAddress.parse("[::1]:5514")),
            8 << 10,
            10,
            Duration.ofMinutes(5));
    HttpOptions http =
        new HttpOptions(
            "filings",
            18_481,
            List.of("portal", "registry"),
            ZoneId.of("Asia/Shanghai"),
            Path.of("/etc/token"),
            HttpLimits.DEFAULT.withConnections(9).withRecord(1 << 20).withBody(8 << 20));
    assertThat(config)
        .isEqualTo(
            new AgentConfig(
                "edge-7",
                "127.0.0.1:19092",
                Path.of("/state"),
                2L << 30,
                SyncPolicy.ALWAYS,
                19_101,
                List.of(file),
                List.of(listen),
                List.of(http),
                MetricConfig.NONE));
  }

  @Test
  void fillsInWhatIsUsual() throws ConfigException {
    AgentConfig config =
        read(
            """
            kafka: {bootstrap: "127.0.0.1:19092"}
            state: /state
            collectors:
              - {type: file, source: a, paths: [/a.log], dataset: sshd}
            """);
    assertThat(config.agent()).isEqualTo("agent-1");
    assertThat(config.spoolLimit()).isEqualTo(1L << 30);
    assertThat(config.metricsPort()).isEqualTo(19_101);
    assertThat(config.files().get(0))
        .isEqualTo(
            FileOptions.of(
                new Source("a", "sshd", ZoneId.of("UTC")), List.of("/a.log"), StartAt.BEGINNING));
  }

  @Test
  void namesTheFaultsOfAnHttpCollector() {
    assertThat(
            faults(
                """
                kafka: {bootstrap: "127.0.0.1:19092"}
                state: /state
                collectors:
                  - {type: syslog, source: a, udp: ["127.0.0.1:0"]}
                  - {type: http, sources: [a, canary], tokenFile: token, maxRecord: 6MiB}
                """))
        .containsExactly(
            "collectors.yml:5: collectors[1].port is missing",
            "collectors.yml:5: collectors[1].sources \"a\" is used by another collector too",
            "collectors.yml:5: collectors[1].sources \"canary\" is reserved for the service's"
                + " canaries",
            "collectors.yml:5: collectors[1].tokenFile \"token\": must be an absolute path",
            "collectors.yml:5: collectors[1]: record must be at most 5242880 bytes, was 6291456");
  }

  @Test
  void readsWhatHasToDoWithMetrics() throws ConfigException {
    MetricConfig metrics =
        read("""
                kafka: {bootstrap: "127.0.0.1:19092"}
                state: /state
                collectors:
                  - {type: scrape, source: node, interval: 5s, targets: ["[::1]:9100"],
                     labels: {system: trademark}, files: ["/t/*.json"], urls: ["http://[::1]:1/t"],
                     relabel: [{sourceLabels: [a, b], regex: "x(.*)", targetLabel: c}],
                     metricRelabel: [{action: drop, sourceLabels: [__name__], regex: "go_.*"}],
                     maxSeries: 500}
                  - {type: push, listen: ["127.0.0.1:9201"], sources: [prometheus, otel]}
                  - type: probe
                    source: probes
                    checks:
                      - {check: http, target: "https://example.cn/", status: [200, 301],
                         body: "ok", maxLatency: 2s, families: [ipv4, ipv6], verify: false}
                      - {check: dns, target: "[::1]:53", query: example.cn, recordType: AAAA}
                """)
            .metrics();

    ScrapeOptions scrape = metrics.scrapes().get(0);
    assertThat(scrape.interval()).isEqualTo(Duration.ofSeconds(5));
    assertThat(scrape.timeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(scrape.groups())
        .containsExactly(new TargetGroup(List.of("[::1]:9100"), Map.of("system", "trademark")));
    assertThat(scrape.targetRules().get(0).replacement()).isEqualTo("$1");
    assertThat(scrape.sampleRules().get(0).action()).isEqualTo(RelabelAction.DROP);
    assertThat(scrape.limits().active()).isEqualTo(500);
    assertThat(metrics.pushes().get(0).sources()).containsExactly("prometheus", "otel");
    Check check = metrics.probes().get(0).checks().get(0);
    assertThat(check.families()).containsExactlyInAnyOrder(Family.IPV4, Family.IPV6);
    assertThat(check.expectation().statuses()).containsExactlyInAnyOrder(200, 301);
    assertThat(metrics.probes().get(0).checks()).hasSize(2);
  }

  @Test
  void namesTheFaultsOfMetricSections() {
    assertThat(
            faults(
                """
                kafka: {bootstrap: "127.0.0.1:19092"}
                state: /state
                collectors:
                  - {type: scrape, source: a, interval: 5s, timeout: 6s}
                  - {type: push, listen: ["0.0.0.0:9201"], sources: [a]}
                  - {type: scrape, source: b, relabel: [{regex: "(", action: drop}]}
                  - {type: probe, source: c, checks: [{check: tcp, target: nowhere}]}
                """))
        .containsExactly(
            "collectors.yml:4: collectors[0]: timeout must be above 0 and at most the interval,"
                + " was PT6S",
            "collectors.yml:5: collectors[1].source \"a\" is used by another collector too",
            "collectors.yml:5: collectors[1]: an address that is not loopback needs a tokenFile,"
                + " listen was [PushAddress[host=/0.0.0.0, port=9201]]",
            "collectors.yml:6: collectors[2].relabel[0].regex \"(\": is no RE2 pattern: error"
                + " parsing regexp: missing closing ): `(?s)(`",
            "collectors.yml:7: collectors[3].checks[0]: target must look like host:port or"
                + " [::1]:port, was \"nowhere\"",
            "collectors.yml:7: collectors[3]: checks must be 1 to 1000, were 0");
  }

  @Test
  void reportsAllFaultsAtOnce() {
    assertThat(
            faults(
                """
                agent: "a b"
                kafka: {}
                state: /state
                spool: {limit: much}
                zone: Mars/Olympus
                colour: red
                collectors:
                  - {type: file, source: a, paths: [x.log], dataset: sshd, start: middle}
                  - {type: syslog, source: a, udp: ["localhost:5514"]}
                  - {type: carrier-pigeon, source: b, dataset: c}
                  - {type: file, source: canary, paths: [/x.log], dataset: sshd}
                """))
        .containsExactly(
            "collectors.yml:1: agent \"a b\": must be 1 to 64 letters, digits, dots, dashes or"
                + " underscores",
            "collectors.yml:2: kafka.bootstrap is missing",
            "collectors.yml:4: spool.limit \"much\": must be a size such as 64KiB, 16MiB or 1GiB",
            "collectors.yml:5: zone \"Mars/Olympus\": must be a time zone such as UTC or"
                + " Asia/Shanghai",
            "collectors.yml:8: collectors[0].paths[0] \"x.log\": must be an absolute path",
            "collectors.yml:8: collectors[0].start \"middle\": must be one of [beginning, end]",
            "collectors.yml:8: collectors[0]: paths must name at least one file",
            "collectors.yml:9: collectors[1].source \"a\" is used by another collector too",
            "collectors.yml:9: collectors[1].udp[0] \"localhost:5514\": must look like"
                + " 127.0.0.1:5514 or [::1]:5514",
            "collectors.yml:9: collectors[1]: udp or tcp must name at least one address",
            "collectors.yml:10: collectors[2].type must be file, syslog, http, scrape, push or"
                + " probe, was \"carrier-pigeon\"",
            "collectors.yml:11: collectors[3].source \"canary\" is reserved for the service's"
                + " canaries",
            "collectors.yml:6: colour is not a known key");
  }

  @Test
  void saysWhereADocumentIsNoYaml() {
    assertThat(faults("agent: [a\nb: c"))
        .singleElement()
        .asString()
        .startsWith("collectors.yml:2: the document is not YAML: ");
  }

  @Test
  void refusesObjectsAndAliasesOfCollections() {
    assertThat(faults("!!javax.script.ScriptEngineManager [x]")).isNotEmpty();
    assertThat(faults("- just\n- a list"))
        .containsExactly(
            "collectors.yml:1: the document must be a mapping",
            "collectors.yml:1: kafka.bootstrap is missing",
            "collectors.yml:1: state is missing",
            "collectors.yml:1: collectors must be a list");
    assertThat(faults("")).contains("collectors.yml:1: the document must be a mapping");
  }

  private static AgentConfig read(String yaml) throws ConfigException {
    return AgentConfigReader.read("collectors.yml", new StringReader(yaml));
  }

  private static List<String> faults(String yaml) {
    ConfigException faults = catchThrowableOfType(ConfigException.class, () -> read(yaml));
    return Objects.requireNonNull(faults).faults();
  }
}
