package io.zhidun.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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

    assertThat(parts).extracting(PartSpec::name).containsExactlyElementsOf(Plan.ORDER);
    PartSpec simulator = parts.get(parts.size() - 1);
    assertThat(simulator.after()).contains(Plan.AGENT, Plan.STREAM);
    assertThat(simulator.command())
        .contains("-Xmx128m", "--market-beside")
        .containsSequence("--market-url", "http://127.0.0.1:28481/v1/filings")
        .containsSequence("--market-rate", "30")
        .containsSequence("--market-scheme", "linked-companies");
  }

  private List<PartSpec> parts(boolean demo) throws IOException {
    Installation at = new FakeHome(folder).installation();
    at.create();
    Ports ports = Ports.STANDARD.with(Map.of(Port.FILINGS, 28_481));
    return new Plan(at, new Settings(ports, demo), "none").parts(Set.of());
  }
}
