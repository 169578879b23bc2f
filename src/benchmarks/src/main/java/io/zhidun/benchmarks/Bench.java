package io.zhidun.benchmarks;

import io.zhidun.benchmarks.backup.BackupBench;
import io.zhidun.benchmarks.cause.CauseBench;
import io.zhidun.benchmarks.compliance.ComplianceBench;
import io.zhidun.benchmarks.filings.FilingsBench;
import io.zhidun.benchmarks.metrics.MetricsBench;
import io.zhidun.benchmarks.trust.TrustBench;
import io.zhidun.events.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code zhidun bench NAME}: measures, prints, and fails where a bound does not hold. */
@Command(
    name = "bench",
    description = "Runs a benchmark: " + Bench.NAMES,
    mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {
  static final String NAMES =
      "pipeline, latency, sigma, reload, correlation, filings, metrics, cause, trust, compliance or"
          + " backup";

  @Parameters(description = NAMES)
  private String name = "";

  @Option(names = "--json", description = "one JSON object a figure on standard output")
  private boolean json;

  @Option(
      names = "--rounds",
      defaultValue = "5",
      description = "rounds of the pipeline and sigma benchmarks")
  private int rounds = 5;

  @Option(names = "--trials", defaultValue = "200", description = "trials of the latency benchmark")
  private int trials = 200;

  @Option(
      names = "--scale",
      defaultValue = "1",
      description = "share of the office's volume in the filings benchmark")
  private double scale = 1;

  @Option(
      names = "--history",
      defaultValue = "5000000",
      description = "filings in memory when the filings benchmark measures speed")
  private long history = 5_000_000;

  @Option(
      names = "--size",
      defaultValue = "20000000000",
      description = "bytes of the largest backup of the backup benchmark")
  private long size = 20_000_000_000L;

  @Option(names = "--points", defaultValue = "20", description = "kills of the backup benchmark")
  private int points = 20;

  @Option(
      names = "--flips",
      defaultValue = "10000",
      description = "flips of the backup and compliance benchmarks")
  private int flips = 10_000;

  @Option(names = "--checkout", defaultValue = ".", hidden = true)
  private Path checkout = Path.of(".");

  public static void main(String[] args) {
    System.exit(new CommandLine(new Bench()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Path root = checkout.toAbsolutePath().normalize();
    Path shared = root.resolveSibling("shared").resolve("bench");
    List<Figure> figures;
    switch (name) {
      case "pipeline" -> {
        if (!Files.isDirectory(shared)) {
          System.err.println("The common workload is not here: " + shared);
          return 2;
        }
        figures = new PipelineBench(root, shared, rounds).run();
      }
      case "reload" -> {
        Path sigma = root.resolveSibling("shared").resolve("data/sigma");
        if (!Files.isDirectory(sigma)) {
          System.err.println("SigmaHQ's rules are not here: " + sigma);
          return 2;
        }
        figures = new ReloadBench(root, sigma).run();
      }
      case "correlation" -> figures = new CorrelationBench().run();
      case "cause" -> figures = new CauseBench().run();
      case "compliance" -> figures = new ComplianceBench(flips).run();
      case "filings" -> {
        Path data = root.resolveSibling("shared").resolve("data");
        if (!Files.isDirectory(data)) {
          System.err.println("The texts to measure with are not here: " + data);
          return 2;
        }
        figures = new FilingsBench(root, trials, data, scale, history).run();
      }
      case "metrics" -> {
        Path series = root.resolveSibling("shared").resolve("data/metrics");
        if (!Files.isDirectory(series)) {
          System.err.println("The labelled series are not here: " + series);
          return 2;
        }
        figures = new MetricsBench(series).run();
      }
      case "trust" -> figures = new TrustBench().run();
      case "backup" ->
          figures = new BackupBench(root, size, Math.min(rounds, 3), points, flips).run();
      case "latency" -> figures = new LatencyBench(root, trials).run();
      case "sigma" -> {
        Path data = root.resolveSibling("shared").resolve("data");
        if (!Files.isDirectory(data)) {
          System.err.println("The rules and events to measure with are not here: " + data);
          return 2;
        }
        figures = new SigmaBench(data, rounds).run();
      }
      default -> {
        System.err.println("\"" + name + "\" is not one of " + NAMES);
        return 2;
      }
    }
    figures.forEach(this::print);
    return figures.stream().allMatch(Figure::holds) ? 0 : 1;
  }

  private void print(Figure figure) {
    if (json) {
      System.out.println(Json.mapper().writeValueAsString(figure));
      return;
    }
    System.out.println(
        String.format(
            Locale.ROOT,
            "%-48s %,14.2f %-12s %s",
            figure.figure(),
            figure.value(),
            figure.unit(),
            figure.bound() == null
                ? ""
                : figure.bound() + (figure.holds() ? "  holds" : "  MISSED")));
  }
}
