package io.zhidun.simulator;

import io.zhidun.simulator.fault.FaultScript;
import io.zhidun.simulator.sample.OpenMetricsFile;
import io.zhidun.simulator.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options about faults, and about series without requests. */
final class FaultOptions {
  @Option(
      names = "--faults",
      description =
          "none, all, a file, or name[:component]@PT2M+PT5M with commas (${DEFAULT-VALUE})")
  private String faults = "none";

  @Option(
      names = "--operations-port",
      description = "metrics of the estate, and faults at /faults; 0 for none (${DEFAULT-VALUE})")
  private int operationsPort;

  @Option(names = "--series", description = "write the series of a simulated time, without logs")
  private boolean series;

  @Option(names = "--series-for", description = "with --series: how long (${DEFAULT-VALUE})")
  private Duration seriesFor = Duration.ofDays(7);

  @Option(names = "--step", description = "with --series: between samples (${DEFAULT-VALUE})")
  private Duration step = Duration.ofMinutes(1);

  int operationsPort() {
    return operationsPort;
  }

  boolean wantsSeries() {
    return series;
  }

  FaultScript script() throws IOException {
    return FaultScript.parse(faults);
  }

  /** Writes {@code series.om} and {@code faults.ndjson}. */
  void writeSeries(Path folder, long seed, double rate, @Nullable OffsetDateTime from)
      throws IOException {
    if (from == null) {
      throw new IllegalArgumentException("--series needs --from");
    }
    Files.createDirectories(folder);
    SampleRun.Plan plan =
        new SampleRun.Plan(seed, from.toInstant(), seriesFor, step, rate, script());
    try (OpenMetricsFile file = new OpenMetricsFile(folder.resolve("series.om"))) {
      SampleRun.run(plan, file);
    }
    SampleRun.writeTruth(plan, folder.resolve("faults.ndjson"));
  }
}
