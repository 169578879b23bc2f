package io.zhidun.simulator.posture;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class PostureReportsTest {
  private static final OffsetDateTime NOON = OffsetDateTime.parse("2026-11-27T12:00:00+08:00");

  @TempDir private Path folder;

  @Test
  void eachObjectReportsCheckByCheck() throws Exception {
    PostureReports reports = new PostureReports("trademark");

    assertThat(reports.names()).contains("trademark", "tm-web-01", "tm-fw-01", "tm-room");
    assertThat(ofMalware(reports).at("/values/signature_age_days").asInt()).isEqualTo(47);
    assertThat(ofMalware(reports).path("ts").asString()).isEqualTo("2026-11-27T12:00:00.000+08:00");
  }

  @Test
  void aFileOfChangesBreaksAndMends() throws Exception {
    PostureReports reports = new PostureReports("trademark");
    Path changes = folder.resolve(PostureChanges.FILE);

    Files.writeString(changes, "{\"tm-web-01\": {\"malware-host\": {\"signature_age_days\": 1}}}");
    assertThat(ofMalware(reports).at("/values/signature_age_days").asInt()).isEqualTo(1);
    assertThat(ofMalware(reports).at("/values/running").asBoolean()).isTrue();

    Files.writeString(changes, "{ half a file");
    assertThat(ofMalware(reports).at("/values/signature_age_days").asInt()).isEqualTo(47);
  }

  @Test
  void aLogCanFallSilentAndAClockBeOff() throws Exception {
    Files.writeString(
        folder.resolve(PostureChanges.FILE),
        """
        {"tm-sw-01": {"logs": {"silent": true}}, "tm-fw-01": {"logs": {"clock_ahead_seconds": -300}},
         "trademark": {"tls": {"old_versions": true}}}
        """);
    JsonNode changes = new PostureChanges(folder).now();

    assertThat(PostureChanges.isSilent(changes, "tm-sw-01")).isTrue();
    assertThat(PostureChanges.isSilent(changes, "tm-fw-01")).isFalse();
    assertThat(PostureChanges.ahead(changes, "tm-fw-01")).isEqualTo(Duration.ofMinutes(-5));
    assertThat(PostureChanges.ahead(changes, "tm-sw-01")).isZero();
    assertThat(new PostureChanges(folder).takesOldVersions("trademark")).isTrue();
  }

  private JsonNode ofMalware(PostureReports reports) throws Exception {
    List<JsonNode> found =
        reports.lines(NOON, new PostureChanges(folder).now()).stream()
            .map(Json.mapper()::readTree)
            .filter(line -> line.path("host").asString().equals("tm-web-01"))
            .filter(line -> line.path("check").asString().equals("malware-host"))
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
