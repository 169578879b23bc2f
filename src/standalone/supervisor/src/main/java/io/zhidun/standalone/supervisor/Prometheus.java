package io.zhidun.standalone.supervisor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Debian's Prometheus as a part: takes samples by remote write, scrapes nothing itself, and keeps
 * what two bounds allow. Where its package is missing the installation runs without series.
 */
final class Prometheus {
  private static final Path PROGRAM = Path.of("/usr/bin/prometheus");

  /** A little more than what Kafka keeps of the samples, so that all of it can be made up for. */
  private static final String CONFIGURATION =
      """
      # The samples come from zhidun.metrics.v1. Change this file as you like: from then on
      # `zhidun up` leaves it alone. The window lets in what waited through an outage.
      storage:
        tsdb:
          out_of_order_time_window: 49h
      """;

  private Prometheus() {}

  /** Whether the package is there. */
  static boolean isInstalled() {
    return Files.isExecutable(PROGRAM);
  }

  static PartSpec part(Installation at, int port) throws IOException {
    Path configuration = at.data().resolve("prometheus.yml");
    boolean unusedOurs = new OwnedFile(configuration).write(CONFIGURATION);
    return new PartSpec(
        Plan.PROMETHEUS,
        List.of(
            PROGRAM.toString(),
            "--config.file=" + configuration,
            mark(at),
            "--storage.tsdb.retention.time=30d",
            "--storage.tsdb.retention.size=2GB",
            "--web.listen-address=127.0.0.1:" + port,
            "--web.enable-remote-write-receiver",
            "--query.max-concurrency=4",
            "--query.max-samples=5000000",
            "--query.timeout=30s",
            "--log.level=warn"),
        // A soft bound, at which its collector works harder.
        Map.of("GOMEMLIMIT", "256MiB", "GOMAXPROCS", "2"),
        at.of(Plan.PROMETHEUS),
        port,
        HttpHealth.at(port, "/-/ready"),
        List.of(),
        Duration.ofSeconds(120),
        PartSpec.USUAL_GRACE);
  }

  /** It has no room for marks of ours; the folder of its data is one. */
  static String mark(Installation at) {
    return "--storage.tsdb.path=" + at.of(Plan.PROMETHEUS);
  }
}
