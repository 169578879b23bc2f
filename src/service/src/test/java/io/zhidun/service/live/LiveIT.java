package io.zhidun.service.live;

import static io.zhidun.service.Drafts.from;
import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.service.Browser;
import io.zhidun.service.Drafts;
import io.zhidun.service.RunningService;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
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
      assertThat(stream.next().get("event")).isEqualTo("platform");
      service.accept(from("192.0.2.1"));

      Map<String, String> opened = stream.nextAlert();
      assertThat(opened.get("id")).isEqualTo("1");
      assertThat(opened.get("data")).contains("\"number\":\"AL-000001\"", "\"state\":\"firing\"");

      operator.post("/api/v1/alerts/1/acknowledge", "{}").expect(200);
      Map<String, String> taken = stream.nextAlert();
      assertThat(taken.get("id")).isEqualTo("2");
      assertThat(taken.get("data")).contains("\"state\":\"acknowledged\"");
    }
  }

  @Test
  void goesOnWhereItLeftOff() throws Exception {
    service.accept(from("192.0.2.1"), from("192.0.2.2"), from("192.0.2.3"));
    try (Stream stream = new Stream("1")) {
      assertThat(stream.nextAlert().get("id")).isEqualTo("2");
      assertThat(stream.nextAlert().get("id")).isEqualTo("3");
      service.accept(from("192.0.2.4"));
      assertThat(stream.nextAlert().get("id")).isEqualTo("4");
    }
  }

  @Test
  void asksToReadAllAnewWhenTooMuchWasMissedOrTheIdIsNotOurs() throws Exception {
    service.accept(
        IntStream.range(0, 600)
            .mapToObj(i -> from("10.0." + i / 256 + "." + i % 256))
            .toArray(Drafts[]::new));
    for (String seen : new String[] {"1", "100000", "nonsense"}) {
      try (Stream stream = new Stream(seen)) {
        assertThat(stream.nextNamed("resync").get("id")).isEqualTo("600");
      }
    }
  }

  @Test
  void asksToReadAllAnewWhenAnAlertDisappears() throws Exception {
    service.accept(from("192.0.2.1"));
    try (Stream stream = new Stream("1")) {
      service.accept(from("192.0.2.1").withdraw());
      assertThat(stream.nextNamed("resync").get("id")).isEqualTo("2");
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

  /** Reads events; comments, and ids without data, are passed over. */
  private final class Stream implements AutoCloseable {
    private final BufferedReader lines;

    Stream(String lastEventId) throws IOException, InterruptedException {
      lines =
          new BufferedReader(
              new InputStreamReader(operator.stream(lastEventId), StandardCharsets.UTF_8));
    }

    Map<String, String> nextAlert() throws IOException {
      return nextNamed("alert");
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
