package io.zhidun.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.simulator.estate.Component;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultScriptTest {
  private static final Instant START = Instant.parse("2026-11-20T02:00:00Z");

  @Test
  void readsFaultsWithTimeLengthAndPlace() throws IOException {
    List<Fault> planned = planned("slow-database@PT2M+PT5M, full-disk:filing-db@PT1H+P3D");

    assertThat(planned)
        .extracting(Fault::id)
        .containsExactly("fault-0-slow-database", "fault-1-full-disk");
    assertThat(planned).extracting(Fault::target).containsOnly(Component.FILING_DB);
    assertThat(planned.get(1).start()).isEqualTo(START.plus(Duration.ofHours(1)));
    assertThat(planned.get(1).end()).isEqualTo(START.plus(Duration.ofHours(73)));
  }

  @Test
  void readsAFileAndNamesTheLineThatItCannotRead(@TempDir Path folder) throws IOException {
    Path good = folder.resolve("good.ndjson");
    Files.writeString(good, "{\"fault\":\"leak\",\"at\":\"PT1M\",\"length\":\"PT9M\"}\n\n");
    Path bad = folder.resolve("bad.ndjson");
    Files.writeString(bad, "\n{\"fault\":\"leek\",\"at\":\"PT1M\",\"length\":\"PT9M\"}\n");

    assertThat(planned(good.toString())).extracting(Fault::kind).containsExactly(FaultKind.LEAK);
    assertThatThrownBy(() -> FaultScript.parse(bad.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "bad.ndjson:2: fault \"leek\" is not one of slow-database, full-disk");
  }

  @Test
  void makesAllOneAfterTheOther() throws IOException {
    List<Fault> all = planned("all");

    assertThat(all).extracting(Fault::kind).containsExactly(FaultKind.values());
    for (int i = 1; i < all.size(); i++) {
      assertThat(all.get(i).start()).isAfter(all.get(i - 1).end());
    }
  }

  @Test
  void refusesWhatCannotBe() {
    refused("leak", "is not of the form name@PT2M+PT5M");
    refused("leak@soon+PT5M", "leak@soon+PT5M: Text cannot be parsed to a Duration");
    refused("leak:moon@PT1M+PT5M", "component \"moon\" is not one of public-service, trademark");
    refused("queue-backlog:search@PT1M+PT5M", "queue-backlog can befall filing-worker, not search");
    refused("leak@PT1M+PT0S", "a fault lasts for more than 0 and at most 31 days");
  }

  @Test
  void mendedFaultKeepsItsCourseAndAPlannedOneNeverWas() {
    FaultSchedule schedule = new FaultSchedule(7);
    Fault disk =
        schedule.add(FaultKind.FULL_DISK, Component.REGISTER_DB, START, Duration.ofMinutes(10));
    Fault later =
        schedule.add(
            FaultKind.LEAK, Component.SEARCH, START.plusSeconds(900), Duration.ofMinutes(1));

    schedule.end(disk.id(), START.plusSeconds(480));
    schedule.end(later.id(), START.plusSeconds(480));

    assertThat(schedule.all()).hasSize(1);
    FaultTruth.Line line = FaultTruth.Line.of(schedule.all().get(0), null);
    assertThat(line.id()).isEqualTo("fault-7-full-disk");
    assertThat(line.felt()).isEqualTo(START.plusSeconds(360));
    assertThat(line.finished()).isEqualTo(START.plusSeconds(480));
    assertThatThrownBy(() -> schedule.end(disk.id(), START.plusSeconds(481)))
        .hasMessage("no fault fault-7-full-disk lasts or is planned");
  }

  private static List<Fault> planned(String text) throws IOException {
    FaultSchedule schedule = new FaultSchedule(0);
    FaultScript.parse(text).plan(schedule, START);
    return schedule.all();
  }

  private static void refused(String text, String because) {
    assertThatThrownBy(() -> planned(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(because);
  }
}
