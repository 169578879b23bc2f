package io.zhidun.standalone.stream;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.zhidun.events.Topics;
import io.zhidun.stream.core.JobOptions;
import io.zhidun.stream.detect.Knowledge;
import io.zhidun.stream.detect.SecurityJob;
import io.zhidun.stream.filings.FilingJob;
import io.zhidun.stream.filings.FilingOptions;
import io.zhidun.stream.filings.FilingRules;
import io.zhidun.stream.index.IndexJob;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The stream part of the one-machine installation: all jobs in one Flink in one JVM. */
@Command(name = "stream", mixinStandardHelpOptions = true)
public final class StreamProcess implements Callable<Integer> {
  private static final Duration LAG_INTERVAL = Duration.ofSeconds(5);
  private static final long CLOSE_SECONDS = 10;

  @Option(names = "--kafka", required = true, description = "bootstrap servers")
  private String kafka = "";

  @Option(names = "--elasticsearch", description = "base address; without it nothing is indexed")
  private @Nullable URI elasticsearch;

  @Option(names = "--state", required = true, description = "folder of the checkpoints")
  private Path state = Path.of(".");

  @Option(names = "--http-port", required = true, description = "port of /health and /metrics")
  private int httpPort;

  @Option(names = "--site", defaultValue = "", description = "folder of the site's own rules")
  private String site = "";

  @Option(names = "--lateness", defaultValue = "PT2M", description = "ISO 8601 duration")
  private Duration lateness = Duration.ofMinutes(2);

  @Option(names = "--checkpoint-interval", defaultValue = "PT5S", description = "ISO 8601 duration")
  private Duration checkpointInterval = Duration.ofSeconds(2);

  @Option(names = "--parallelism", defaultValue = "1")
  private int parallelism = 1;

  @Option(
      names = "--filings-lateness",
      defaultValue = "PT1S",
      description = "how far a filing may come behind the newest: ISO 8601 duration")
  private Duration filingsLateness = FilingOptions.DEFAULT_LATENESS;

  @Option(
      names = "--filings-state",
      defaultValue = "rocksdb",
      description = "where the filing job keeps its state: ${COMPLETION-CANDIDATES}")
  private StateBackend filingsState = StateBackend.ROCKSDB;

  private final Optional<FilingRules> filingRules = FilingRules.installed();

  public static void main(String[] args) {
    System.exit(
        new CommandLine(new StreamProcess())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Path folder = state.toAbsolutePath();
    // Rules and formats are compiled while Flink starts; the judge goes on beside the stream.
    Thread warmUp = new Thread(() -> Knowledge.of(site), "knowledge");
    warmUp.start();
    Thread filingsWarmUp =
        new Thread(() -> filingRules.ifPresent(FilingRules::warmUp), "filing-rules");
    filingsWarmUp.start();
    CountDownLatch end = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(end, closed), "end"));
    JobOptions security = options(SecurityJob.NAME);
    try (LocalCluster cluster = new LocalCluster(folder, security, 3 * parallelism);
        StreamHttp http = new StreamHttp(httpPort, () -> faults(cluster));
        LagMeter lag = new LagMeter(kafka, readTopics())) {
      cluster.start();
      warmUp.join();
      CorrelationMetrics.register(
          Knowledge.of(site).rules().correlator().counters(), PrometheusRegistry.defaultRegistry);
      cluster.run(SecurityJob.NAME, env -> SecurityJob.build(env, security));
      URI store = elasticsearch;
      if (store != null) {
        cluster.run(IndexJob.NAME, env -> IndexJob.build(env, options(IndexJob.NAME), store));
      }
      if (filingRules.isPresent()) {
        // Not before: a job that still compiles would hold up its first checkpoint and count as up.
        filingsWarmUp.join();
        cluster.run(
            FilingJob.NAME,
            filingsState.settings(),
            env -> FilingJob.build(env, filings(), filingRules.get()));
      }
      started = true;
      while (!end.await(LAG_INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
        lag.measure();
      }
    } finally {
      closed.countDown();
    }
    return 0;
  }

  /** Lets the jobs end in order: the JVM is gone as soon as its hooks have returned. */
  private static void end(CountDownLatch end, CountDownLatch closed) {
    end.countDown();
    try {
      if (!closed.await(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("The jobs did not end within " + CLOSE_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private volatile boolean started;

  private List<String> faults(LocalCluster cluster) {
    return started ? cluster.faults() : List.of("starting");
  }

  private FilingOptions filings() {
    return FilingOptions.of(
        new JobOptions(
            kafka, FilingJob.NAME, site, filingsLateness, parallelism, checkpointInterval));
  }

  private JobOptions options(String group) {
    return new JobOptions(kafka, group, site, lateness, parallelism, checkpointInterval);
  }

  private Map<String, String> readTopics() {
    Map<String, String> topics = new LinkedHashMap<>();
    topics.put(SecurityJob.NAME, Topics.RAW);
    if (elasticsearch != null) {
      topics.put(IndexJob.NAME, Topics.EVENTS);
    }
    if (filingRules.isPresent()) {
      topics.put(FilingJob.NAME, Topics.FILINGS_RAW);
    }
    return topics;
  }
}
