package io.zhidun.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanTest {
  @TempDir private Path folder;

  @Test
  void demonstrationHasOneMorePart_behindTheAgentThatTakesItsFilings() throws IOException {
    assertThat(parts(false)).extracting(PartSpec::name).doesNotContain(Plan.SIMULATOR);

    List<PartSpec> parts = parts(true);

    assertThat(parts)
        .extracting(PartSpec::name)
        .containsExactlyElementsOf(
            Prometheus.isInstalled()
                ? Plan.ORDER
                : Plan.ORDER.stream()
                    .filter(part -> !Set.of(Plan.PROMETHEUS, Plan.SERIES).contains(part))
                    .toList());
    PartSpec simulator = parts.get(parts.size() - 1);
    assertThat(simulator.after()).contains(Plan.AGENT, Plan.STREAM);
    assertThat(simulator.command())
        .contains("-Xmx128m", "--market-beside")
        .containsSequence("--market-url", "http://127.0.0.1:28481/v1/filings")
        .containsSequence("--market-rate", "30")
        .containsSequence("--market-scheme", "linked-companies");
  }

  @Test
  void prometheusIsBoundedAndOnLoopback_andItsFolderIsItsMark() throws IOException {
    Installation at = new FakeHome(folder).installation();
    at.create();

    PartSpec prometheus = Prometheus.part(at, 29_090);

    assertThat(prometheus.command())
        .contains(
            "--web.listen-address=127.0.0.1:29090",
            "--web.enable-remote-write-receiver",
            "--storage.tsdb.retention.size=2GB");
    assertThat(PartMark.isOn(prometheus.command(), at, Plan.PROMETHEUS)).isTrue();
    assertThat(PartMark.isOn(prometheus.command(), at, Plan.KAFKA)).isFalse();
    assertThat(at.data().resolve("prometheus.yml")).content().contains("window: 49h");
  }

  @Test
  void aDemonstrationWithoutMarketFilesNothing() throws IOException {
    PartSpec simulator = part(parts(true, false), Plan.SIMULATOR);

    assertThat(simulator.command()).noneMatch(word -> word.startsWith("--market"));
  }

  @Test
  void theServiceBacksUpWhereAConfigurationIsThere() throws IOException {
    Installation at = new FakeHome(folder).installation();
    assertThat(part(parts(false), Plan.SERVICE).environment())
        .doesNotContainKey("ZHIDUN_BACKUP_CONFIG");

    Files.writeString(at.backups(), "installation: ours");

    assertThat(part(parts(false), Plan.SERVICE).environment())
        .containsEntry("ZHIDUN_BACKUP_CONFIG", at.backups().toString());
  }

  @Test
  void theInventoryOfTheDemonstrationFollowsThePorts() throws IOException {
    assertThat(part(parts(true), Plan.SERVICE).environment())
        .hasEntrySatisfying(
            "ZHIDUN_DEMO_ENDPOINTS",
            endpoints ->
                assertThat(endpoints)
                    .contains("review-app=tls://127.0.0.1:28104", "tm-app=tls://127.0.0.1:18102"));
    assertThat(part(parts(true), Plan.SIMULATOR).command())
        .containsSequence("--patent-review-tls-port", "28104");
  }

  private static PartSpec part(List<PartSpec> parts, String name) {
    return parts.stream().filter(part -> part.name().equals(name)).findFirst().orElseThrow();
  }

  private List<PartSpec> parts(boolean demo) throws IOException {
    return parts(demo, true);
  }

  private List<PartSpec> parts(boolean demo, boolean market) throws IOException {
    Installation at = new FakeHome(folder).installation();
    at.create();
    Ports ports = Ports.STANDARD.with(Map.of(Port.FILINGS, 28_481, Port.PATENT_REVIEW_TLS, 28_104));
    return new Plan(at, new Settings(ports, demo), new Plan.Staging("none", market))
        .parts(Set.of());
  }
}
