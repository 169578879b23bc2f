package io.zhidun.simulator.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.simulator.time.Script;
import io.zhidun.simulator.web.SystemName;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroundTruthTest {
  private static final Instant START = Instant.parse("2026-11-20T02:00:00Z");

  @Test
  void goesOnWithTheNumbersOfAnEarlierRun(@TempDir Path folder) throws IOException {
    Path path = folder.resolve("ground-truth.ndjson");
    try (GroundTruth first = new GroundTruth(path)) {
      assertThat(first.firstRun()).isZero();
      write(first, 9);
      write(first, 10);
    }
    try (GroundTruth second = new GroundTruth(path)) {
      assertThat(second.firstRun()).isEqualTo(11);
      write(second, 11);
    }
    assertThat(io.zhidun.testkit.GroundTruth.read(path).attacks())
        .extracting(attack -> attack.id())
        .containsExactly("attack-9-web-scan", "attack-10-web-scan", "attack-11-web-scan");
  }

  private static void write(GroundTruth truth, int run) {
    Expectation scan = Expectation.of("web-scan", "source.ip", "203.0.113.7");
    Attempt attempt =
        new Attempt("203.0.113.7", SystemName.TRADEMARK, null, List.of(scan), new Script.Plan());
    truth.write(run, "web-scan", attempt, START, START.plusSeconds(9));
  }
}
