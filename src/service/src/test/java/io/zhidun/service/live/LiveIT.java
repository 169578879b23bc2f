package io.zhidun.service.live;

import static io.zhidun.service.Drafts.from;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.service.Browser;
import io.zhidun.service.Drafts;
import io.zhidun.service.RunningService;
import io.zhidun.service.filingcase.FilingCasesChanged;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LiveIT {
  private RunningService service;
  private Browser operator;

  @BeforeEach
  void start() throws Exception {
    service = RunningService.start();
    operator = service.signedIn("operator");
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @Test
  void tellsWhatChangesAsItHappens() throws Exception {
    try (Stream stream = new Stream("")) {
      Map<String, String> platform = stream.next();
      assertThat(platform.get("event")).isEqualTo("platform");
      service.accept(from("192.0.2.1"));

      Map<String, String> opened = stream.nextNamed("alert");
      assertThat(id(opened)).isEqualTo(id(platform) + 1);
      assertThat(opened.get("data")).contains("\"number\":\"AL-000001\"", "\"state\":\"firing\"");

      operator.post("/api/v1/alerts/1/acknowledge", "{}").expect(200);
      Map<String, String> taken = stream.nextNamed("alert");
      assertThat(id(taken)).isEqualTo(id(platform) + 2);
      assertThat(taken.get("data")).contains("\"state\":\"acknowledged\"");
    }
  }

  @Test
  void goesOnWhereItLeftOff() throws Exception {
    long before = position();
    service.accept(from("192.0.2.1"), from("192.0.2.2"), from("192.0.2.3"));
    try (Stream stream = new Stream(Long.toString(before + 1))) {
      assertThat(id(stream.nextNamed("alert"))).isEqualTo(before + 2);
      assertThat(id(stream.nextNamed("alert"))).isEqualTo(before + 3);
      service.accept(from("192.0.2.4"));
      assertThat(id(stream.nextNamed("alert"))).isEqualTo(before + 4);
    }
  }

  @Test
  void asksToReadAllAnewWhenTooMuchWasMissedOrTheIdIsNotOurs() throws Exception {
    long before = position();
    service.accept(
        IntStream.range(0, 600)
            .mapToObj(i -> from("10.0." + i / 256 + "." + i % 256))
            .toArray(Drafts[]::new));
    for (String seen : List.of("" + before, "" + (before + 601), "" + (before - 1), "nonsense")) {
      try (Stream stream = new Stream(seen)) {
        assertThat(id(stream.nextNamed("resync"))).as(seen).isEqualTo(before + 600);
      }
    }
  }

  @Test
  void asksToReadAllAnewWhenAnAlertDisappears() throws Exception {
    service.accept(from("192.0.2.1"));
    long before = position();
    try (Stream stream = new Stream(Long.toString(before))) {
      service.accept(from("192.0.2.1").withdraw());
      assertThat(id(stream.nextNamed("resync"))).isEqualTo(before + 1);
    }
  }

  @Test
  void tellsOfFilingCasesAsTheyAreNow() throws Exception {
    try (Stream stream = new Stream("")) {
      Map<String, String> platform = stream.nextNamed("platform");
      service
          .bean(LiveHub.class)
          .on(
              new FilingCasesChanged(
                  List.of(new FilingCasesChanged.Change(7, Map.of("id", 7, "state", "pending")))));

      Map<String, String> told = stream.nextNamed("filing-case");
      assertThat(told.get("data")).contains("\"id\":7", "\"state\":\"pending\"");
      assertThat(id(told)).as("cases have no part in the numbering").isEqualTo(id(platform));
    }
  }

  @Test
  void endsWithTheSession() throws Exception {
    try (Stream stream = new Stream("")) {
      stream.next();
      operator.delete("/api/v1/session").expect(204);
      service.bean(LiveHub.class).heartbeat();
      assertThat(stream.ends()).isTrue();
    }
  }

  /** The id that a console that comes now has seen. */
  private long position() throws Exception {
    try (Stream stream = new Stream("")) {
      return id(stream.nextNamed("platform"));
    }
  }

  private static long id(Map<String, String> event) {
    return Long.parseLong(event.getOrDefault("id", "-1"));
  }

  /** Reads events; comments, and ids without data, are passed over. */
  private final class Stream implements AutoCloseable {
    private final BufferedReader lines;

    Stream(String lastEventId) throws IOException, InterruptedException {
      lines =
          new BufferedReader(
              new InputStreamReader(operator.stream(lastEventId), StandardCharsets.UTF_8));
    }

    Map<String, String> nextNamed(String name) throws IOException {
      Map<String, String> event = next();
      while (!name.equals(event.get("event"))) {
        event = next();
      }
      return event;
    }

    Map<String, String> next() throws IOException {
      Map<String, String> event = new HashMap<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty() && event.containsKey("data")) {
          return event;
        }
        int colon = line.indexOf(':');
        if (colon > 0) {
          event.put(line.substring(0, colon), line.substring(colon + 1));
        }
      }
      throw new IOException("the stream ended");
    }

    boolean ends() throws IOException {
      while (lines.readLine() != null) {
        // Whatever was still under way.
      }
      return true;
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
