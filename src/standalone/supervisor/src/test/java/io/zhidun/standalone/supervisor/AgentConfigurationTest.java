package io.zhidun.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentConfigurationTest {
  private static final Settings PLAIN = new Settings(Ports.STANDARD, false);

  @TempDir private Path folder;
  private Installation at = new Installation(Path.of("/home"), Path.of("/data"));

  @BeforeEach
  void layOut() {
    at = new Installation(folder, folder.resolve("da\"ta"));
    assertThat(at.data().toFile().mkdirs()).isTrue();
  }

  @Test
  void collectsSyslogOverBothTransportsAndFamilies() throws IOException {
    assertThat(written(PLAIN, true))
        .contains("zone: Asia/Shanghai")
        .contains("bootstrap: \"127.0.0.1:19092\"")
        .contains("    udp: [\"127.0.0.1:5514\", \"[::1]:5514\"]")
        .contains("    tcp: [\"127.0.0.1:5514\", \"[::1]:5514\"]")
        .doesNotContain("type: file");
  }

  @Test
  void takesFilings() throws IOException {
    Settings moved = new Settings(Ports.STANDARD.with(Map.of(Port.FILINGS, 9_000)), false);
    assertThat(written(moved, true)).contains("    port: 9000\n    sources: [filings, market]\n");
  }

  @Test
  void takesMetricsAndLooksAtTheSystemsOfTheDemonstration() throws IOException {
    assertThat(written(PLAIN, true))
        .contains("listen: [\"127.0.0.1:19201\", \"[::1]:19201\"]")
        .contains("\"127.0.0.1:19100\", \"127.0.0.1:19101\"")
        .doesNotContain("type: probe");
    assertThat(written(new Settings(Ports.STANDARD, true), true))
        .contains("target: \"http://[::1]:18102/health\", labels: {system: trademark}")
        .contains("{check: tls, target: \"127.0.0.1:18104\", verify: false");
  }

  @Test
  void leavesIpv6OutWhereTheMachineHasNone() throws IOException {
    assertThat(written(PLAIN, false)).contains("    udp: [\"127.0.0.1:5514\"]");
  }

  @Test
  void quotesPathsAsYamlNeeds() throws IOException {
    assertThat(written(PLAIN, true)).contains("da\\\"ta/agent\"");
  }

  @Test
  void followsTheLogsOfTheSimulatedSystemsInTheDemonstration() throws IOException {
    assertThat(written(new Settings(Ports.STANDARD, true), true))
        .contains("source: patent-review-access\n    paths: [")
        .contains("simulator/patent-review/access.log\"]\n    dataset: nginx-access")
        .contains("simulator/public-service/audit.log\"]\n    dataset: ip-audit")
        .contains("simulator/trademark/auth.log\"]\n    dataset: syslog\n    zone: Asia/Shanghai");
  }

  @Test
  void followsChangedPortsWhileNobodyElseChangedTheFile() throws IOException {
    written(PLAIN, true);
    Settings changed = new Settings(Ports.STANDARD.with(Map.of(Port.SYSLOG, 1_514)), false);
    assertThat(written(changed, true)).contains("127.0.0.1:1514").doesNotContain("5514");
  }

  @Test
  void leavesAFileAloneThatAPersonChanged() throws IOException {
    String own = written(PLAIN, true) + "  # mine\n";
    Files.writeString(at.collectors(), own);
    assertThat(configuration(PLAIN, true).write()).isFalse();
    assertThat(Files.readString(at.collectors())).isEqualTo(own);
  }

  private String written(Settings settings, boolean ipv6) throws IOException {
    assertThat(configuration(settings, ipv6).write()).isTrue();
    return Files.readString(at.collectors());
  }

  private AgentConfiguration configuration(Settings settings, boolean ipv6) {
    return new AgentConfiguration(at, settings, ipv6, ZoneId.of("Asia/Shanghai"));
  }
}
