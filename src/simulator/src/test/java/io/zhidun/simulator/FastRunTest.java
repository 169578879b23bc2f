package io.zhidun.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.simulator.attack.Campaign;
import io.zhidun.testkit.GroundTruth;
import io.zhidun.testkit.ScriptedAttack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FastRunTest {
  private static final Instant FRIDAY_MORNING = at("2026-11-20T10:00:00+08:00");
  private static final Instant SATURDAY_NIGHT = at("2026-11-21T02:00:00+08:00");
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir private Path folder;

  @Test
  void quietHourHoldsNothingThatARuleLooksFor() throws IOException {
    for (long seed : new long[] {1, 42, 2_026}) {
      Path own = folder.resolve("seed-" + seed);
      run(own, seed, FRIDAY_MORNING, "none");

      LoggedHour hour = LoggedHour.read(own, 2026);
      assertThat(hour.alerts).as("seed %d", seed).isEmpty();
      assertThat(hour.lines()).isGreaterThan(20_000);
    }
  }

  @Test
  void quietHourComesCloseToEveryThreshold() throws IOException {
    run(folder, 42, FRIDAY_MORNING, "none");

    LoggedHour hour = LoggedHour.read(folder, 2026);
    assertThat(hour.sshFailures.highest()).isEqualTo(4);
    assertThat(hour.webErrors.highest()).isEqualTo(9);
    assertThat(hour.unpublishedReads.highest()).isEqualTo(49);
    assertThat(hour.exports.highest()).isEqualTo(9);
  }

  @Test
  void quietDayAndWeekendHoldNothingEither() throws IOException {
    for (String day : List.of("2026-11-20T00:00:00+08:00", "2026-11-21T00:00:00+08:00")) {
      Path own = folder.resolve(day.substring(0, 10));
      FastRun.run(own, 7, at(day), Duration.ofHours(24), workload(2, "none"));

      assertThat(LoggedHour.read(own, 2026).alerts).as(day).isEmpty();
    }
  }

  @Test
  void everyAttackShowsInTheLogsAndNothingElseDoes() throws IOException {
    for (Instant from : List.of(FRIDAY_MORNING, SATURDAY_NIGHT)) {
      Path own = folder.resolve("from-" + from.getEpochSecond());
      run(own, 42, from, "all");

      GroundTruth truth = GroundTruth.read(own.resolve("ground-truth.ndjson"));
      LoggedHour hour = LoggedHour.read(own, 2026);
      assertThat(truth.missing(hour.alerts)).isEmpty();
      assertThat(truth.unexpected(hour.alerts)).isEmpty();
      assertThat(truth.attacks().stream().map(ScriptedAttack::attack).distinct()).hasSize(13);
    }
  }

  @Test
  void loginMustFireOnlyOutsideDutyHours() throws IOException {
    String login = "review-login-outside-duty-hours";
    run(folder.resolve("day"), 42, FRIDAY_MORNING, login);
    run(folder.resolve("night"), 42, SATURDAY_NIGHT, login);

    assertThat(attacks("day")).isNotEmpty().noneMatch(ScriptedAttack::mustFire);
    assertThat(attacks("night")).isNotEmpty().allMatch(ScriptedAttack::mustFire);
  }

  @Test
  void sameSeedGivesTheSameBytesAndAnotherSeedOthers() throws IOException {
    run(folder.resolve("a"), 42, FRIDAY_MORNING, "all");
    run(folder.resolve("b"), 42, FRIDAY_MORNING, "all");
    run(folder.resolve("c"), 43, FRIDAY_MORNING, "all");

    assertThat(contents("a")).isEqualTo(contents("b")).isNotEqualTo(contents("c"));
  }

  @Test
  void makesEachAttackAsOftenAsAsked() throws IOException {
    Campaign twice = new Campaign("web-scan,trademark-bulk-export", Duration.ofMinutes(1), 2);
    FastRun.run(folder, 42, FRIDAY_MORNING, HOUR, new Simulation.Workload(1, twice));

    assertThat(GroundTruth.read(folder.resolve("ground-truth.ndjson")).attacks())
        .extracting(ScriptedAttack::attack)
        .containsExactlyInAnyOrder(
            "web-scan", "web-scan", "trademark-bulk-export", "trademark-bulk-export");
  }

  @Test
  void refusesAFolderThatHoldsAnotherRun() throws IOException {
    run(folder, 42, SATURDAY_NIGHT, "none");

    assertThatThrownBy(() -> run(folder, 42, SATURDAY_NIGHT, "none"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("holds the logs of another run");
  }

  @Test
  void namesAnAttackThatItDoesNotKnow() {
    assertThatThrownBy(() -> run(folder, 42, SATURDAY_NIGHT, "web-scan,web-scam"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("attack \"web-scam\" is not one of all, none, ssh-password");
  }

  private List<ScriptedAttack> attacks(String run) throws IOException {
    return GroundTruth.read(folder.resolve(run).resolve("ground-truth.ndjson")).attacks();
  }

  private static void run(Path folder, long seed, Instant from, String attacks) throws IOException {
    FastRun.run(folder, seed, from, HOUR, workload(5, attacks));
  }

  private static Simulation.Workload workload(double rate, String attacks) {
    return new Simulation.Workload(rate, new Campaign(attacks, Duration.ofMinutes(2), 0));
  }

  private Map<String, String> contents(String run) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    Path own = folder.resolve(run);
    try (Stream<Path> files = Files.walk(own)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        contents.put(own.relativize(file).toString(), Files.readString(file));
      }
    }
    return contents;
  }

  private static Instant at(String text) {
    return OffsetDateTime.parse(text).toInstant();
  }
}
