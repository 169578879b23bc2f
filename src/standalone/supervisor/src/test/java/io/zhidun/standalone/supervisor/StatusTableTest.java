package io.zhidun.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTableTest {
  private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

  private final PartStatus kafka =
      new PartStatus(
          "kafka",
          PartState.RUNNING,
          4242,
          1,
          19_092,
          300L << 20,
          NOW.minusSeconds(61),
          3_100L,
          2,
          "");
  private final PartStatus agent =
      new PartStatus(
          "agent", PartState.BACKOFF, 0, 0, 19_101, 0, NOW, null, 1, "ended by signal 9");
  private final State state =
      new State(
          NOW,
          new State.Speaker(1, 1, 50L << 20),
          false,
          "http://localhost:18080/",
          List.of(kafka, agent));

  @Test
  void hasARowForEachPartAndTheWhole() {
    StringWriter text = new StringWriter();
    new StatusTable(InstantSource.fixed(NOW)).print(state, new PrintWriter(text, true));
    assertThat(text.toString())
        .isEqualTo(
            """
            PART           STATE          PID   PORT    MEMORY  SINCE
            kafka          running       4242  19092   300 MiB  1 min 1 s, restarts: 2
            agent          backoff          -  19101     0 MiB  0 s, restarts: 1, ended by signal 9

            Together 350 MiB with the supervisor. Console: http://localhost:18080/
            """);
  }

  @Test
  void comesFromAStateThatIsReadAsItWasWritten() throws IOException {
    assertThat(State.fromJson(state.toJson())).isEqualTo(state);
    assertThat(state.toJson()).contains("\"state\":\"running\"").contains("\"state\":\"backoff\"");
    assertThat(state.isReady()).isFalse();
  }

  @Test
  void saysTimesInTheTwoLargestUnits() {
    assertThat(StatusCommand.since(Duration.ofSeconds(59))).isEqualTo("59 s");
    assertThat(StatusCommand.since(Duration.ofSeconds(3_725))).isEqualTo("1 h 2 min");
    assertThat(StatusCommand.since(Duration.ofHours(50))).isEqualTo("2 d 2 h");
  }
}
