package io.zhidun.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroundTruthTest {
  private static final Instant START = Instant.parse("2026-11-20T02:00:15Z");
  private static final Map<String, String> SCANNER = Map.of("source.ip", "2001:db8:bad:1::2");

  @Test
  void readsTheSimulatorsLines(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("ground-truth.ndjson");
    Files.writeString(
        file,
        "{\"id\":\"a-1\",\"attack\":\"web-scan\",\"rule\":\"web-scan\",\"mustFire\":true,"
            + "\"from\":\"2001:db8:bad:1::2\",\"started\":\"2026-11-20T02:00:15Z\","
            + "\"finished\":\"2026-11-20T02:00:45Z\",\"system\":\"trademark\","
            + "\"host\":\"tm-web-01\",\"expectedGroup\":{\"source.ip\":\"2001:db8:bad:1::2\"}}\n");

    assertThat(GroundTruth.read(file).attacks()).containsExactly(attack("web-scan", true));
  }

  @Test
  void missesAnAttackWithoutAlert() {
    GroundTruth truth = new GroundTruth(List.of(attack("web-scan", true)));

    assertThat(truth.missing(List.of())).hasSize(1);
    assertThat(truth.missing(List.of(alert("ssh-password-guessing", SCANNER, 10)))).hasSize(1);
    assertThat(truth.missing(List.of(alert("web-scan", SCANNER, 10)))).isEmpty();
  }

  @Test
  void doesNotExpectAnAlertFromAnotherTimeOrGroup() {
    GroundTruth truth = new GroundTruth(List.of(attack("web-scan", true)));
    Alert other = alert("web-scan", Map.of("source.ip", "192.0.2.1"), 10);
    Alert early = alert("web-scan", SCANNER, -60);
    Alert late = alert("web-scan", SCANNER, 60);

    assertThat(truth.unexpected(List.of(other, early, late))).containsExactly(other, early, late);
    assertThat(truth.unexpected(List.of(alert("web-scan", SCANNER, 20)))).isEmpty();
  }

  @Test
  void doesNotExpectWhatMustNotFire() {
    GroundTruth truth = new GroundTruth(List.of(attack("web-scan", false)));
    Alert alert = alert("web-scan", SCANNER, 10);

    assertThat(truth.missing(List.of())).isEmpty();
    assertThat(truth.unexpected(List.of(alert))).containsExactly(alert);
  }

  private static ScriptedAttack attack(String rule, boolean mustFire) {
    return new ScriptedAttack(
        "a-1",
        "web-scan",
        rule,
        mustFire,
        "2001:db8:bad:1::2",
        START,
        START.plusSeconds(30),
        "trademark",
        "tm-web-01",
        null,
        SCANNER);
  }

  private static Alert alert(String rule, Map<String, String> group, int seconds) {
    Instant at = START.plusSeconds(seconds);
    return Alert.seen(rule, group, at, at);
  }
}
