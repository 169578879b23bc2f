package io.zhidun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.testkit.Alert;
import io.zhidun.testkit.Await;
import io.zhidun.testkit.Processes;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** Every part is killed under load; what is found in the end is what was there to find. */
@ExtendWith(SharedProduct.class)
class KillIT {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @Test
  void killingEachPartUnderLoadLosesAndDoublesNothing() throws Exception {
    Product product = SharedProduct.product();
    SharedProduct.operator();
    try (GuessingLoad load = GuessingLoad.start(SharedProduct.in().resolve("load.log"))) {
      for (String part : List.of("agent", "kafka", "stream", "service")) {
        Thread.sleep(4_000);
        long killed = pid(product, part);
        Processes.kill(killed);
        Await.until(PATIENCE, part + " running again", () -> isBack(product, part, killed));
      }
      load.finish();
      SharedProduct.signOut();
      Await.until(
          PATIENCE,
          load.lines() + " lines in the raw topic",
          () -> RawTopic.ofSource(product.kafka(), "load").size() >= load.lines());

      everyLineOnce(RawTopic.ofSource(product.kafka(), "load"), load);
      Await.until(
          PATIENCE,
          "the detections of the truth",
          () -> detectionsByAddress().equals(load.detectionsByAddress()));
      assertThat(episodesByAddress()).isEqualTo(load.episodesByAddress());
    }
  }

  private static void everyLineOnce(List<RawTopic.Line> lines, GuessingLoad load) {
    Set<Long> sequences = new HashSet<>();
    lines.forEach(line -> sequences.add(line.sequence()));
    assertThat(lines).as("records in the raw topic").hasSize(load.lines());
    assertThat(sequences).as("different sequence numbers").hasSize(load.lines());
  }

  private static Map<String, Long> detectionsByAddress() {
    Map<String, Long> counts = new TreeMap<>();
    alerts().forEach(alert -> counts.merge(address(alert), alert.count(), Long::sum));
    return counts;
  }

  private static Map<String, Long> episodesByAddress() {
    Map<String, Long> counts = new TreeMap<>();
    alerts().forEach(alert -> counts.merge(address(alert), 1L, Long::sum));
    return counts;
  }

  private static List<Alert> alerts() {
    return SharedProduct.operator().alerts("rule=ssh-password-guessing").stream()
        .filter(alert -> address(alert).startsWith(GuessingLoad.NETWORK))
        .toList();
  }

  private static String address(Alert alert) {
    return alert.group().getOrDefault("source.ip", "");
  }

  private static long pid(Product product, String part) throws IOException {
    return product.part(part).path("pid").asLong();
  }

  private static boolean isBack(Product product, String name, long killed) throws IOException {
    JsonNode part = product.part(name);
    return part.path("state").asString().equals("running") && part.path("pid").asLong() != killed;
  }
}
