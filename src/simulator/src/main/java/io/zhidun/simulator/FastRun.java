package io.zhidun.simulator;

import io.zhidun.simulator.time.DutyHours;
import io.zhidun.simulator.time.Elapsing;
import io.zhidun.simulator.time.ManualClock;
import io.zhidun.simulator.time.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** A run in simulated time: the same systems and people, called in the process, without waiting. */
final class FastRun {
  /** How long an operation seems to take, since nothing takes time on a manual clock. */
  private static final int MOST_NANOS = 24_000_000;

  private FastRun() {}

  /**
   * Writes the logs of {@code length} from {@code from}. The same arguments give the same bytes.
   *
   * @throws IllegalArgumentException when the folder holds logs of another run
   */
  static void run(
      Path folder, long seed, Instant from, Duration length, Simulation.Workload workload)
      throws IOException {
    if (Files.exists(folder.resolve("ground-truth.ndjson"))) {
      throw new IllegalArgumentException(folder + " holds the logs of another run");
    }
    Simulation.Workload fitting =
        new Simulation.Workload(
            workload.rate(), workload.attacks().within(length), workload.faults());
    ManualClock clock = new ManualClock(from, DutyHours.ZONE);
    Elapsing elapsing = Elapsing.drawn(seed, MOST_NANOS);
    try (Simulation simulation =
        new Simulation(folder, seed, workload.rate(), clock, elapsing, false)) {
      Timeline timeline = new Timeline(clock);
      Simulation.Period period = new Simulation.Period(from, from.plus(length));
      simulation.populate(timeline, simulation.inProcess(), fitting, period, now -> {});
      timeline.run(period.end());
    }
  }
}
