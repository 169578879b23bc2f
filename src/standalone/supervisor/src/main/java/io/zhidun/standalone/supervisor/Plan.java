package io.zhidun.standalone.supervisor;

import io.zhidun.events.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The parts of the product: which module each comes from, how it is configured and what it needs.
 * DESIGN fixes the parts; only ports and folders differ between installations.
 */
final class Plan {
  static final String KAFKA = "kafka";
  static final String ELASTICSEARCH = "elasticsearch";
  static final String STREAM = "stream";
  static final String PROMETHEUS = "prometheus";

  /** Writes samples from Kafka into Prometheus. */
  static final String SERIES = "series";

  /** The site's own rules, judge and lists: written by people, read when the stream starts. */
  private static final String SITE = "site";

  private static final String FILINGS_KEY = "filings.key";

  static final String SERVICE = "service";
  static final String AGENT = "agent";
  static final String SIMULATOR = "simulator";

  /** Each part behind those it needs. */
  static final List<String> ORDER =
      List.of(KAFKA, ELASTICSEARCH, PROMETHEUS, STREAM, SERIES, SERVICE, AGENT, SIMULATOR);

  /** Honest ones of the demonstration: enough to see them come, few enough to read them. */
  private static final int FILINGS_A_MINUTE = 30;

  /** From where the simulated administrators sign in. */
  private static final String DEMO_BASTIONS = "10.30.0.0/24";

  /** Memory that must be free for all parts together, before they are started. */
  static final long MEMORY_BYTES = 3L << 30;

  /** Disk that must be free, so that Elasticsearch does not refuse to write at once. */
  static final long DISK_BYTES = 4L << 30;

  private final Installation at;
  private final Settings settings;
  private final Staging staging;

  /**
   * What the demonstration plays.
   *
   * @param attacks all, none, or their names
   * @param market whether filings come
   */
  record Staging(String attacks, boolean market) {}

  Plan(Installation at, Settings settings, Staging staging) {
    this.at = at;
    this.settings = settings;
    this.staging = staging;
  }

  /** Makes one part; throws where its module is not built. */
  @FunctionalInterface
  private interface Source {
    PartSpec spec() throws IOException;
  }

  /** The parts, each behind those it needs; only those of {@code names}, unless it is empty. */
  List<PartSpec> parts(Set<String> names) throws IOException {
    requireKnown(names);
    List<PartSpec> parts = new ArrayList<>();
    for (Map.Entry<String, Source> part : sources().entrySet()) {
      if (names.isEmpty() || names.contains(part.getKey())) {
        parts.add(part.getValue().spec());
      }
    }
    Set<String> present = parts.stream().map(PartSpec::name).collect(Collectors.toSet());
    return parts.stream().map(part -> part.needingOnly(present)).toList();
  }

  private void requireKnown(Set<String> names) {
    if (!sources().keySet().containsAll(names)) {
      throw new IllegalArgumentException(
          "parts must be among %s, were %s".formatted(sources().keySet(), names));
    }
  }

  private Map<String, Source> sources() {
    Map<String, Source> sources = new LinkedHashMap<>();
    sources.put(KAFKA, this::kafka);
    sources.put(ELASTICSEARCH, this::elasticsearch);
    if (Prometheus.isInstalled()) {
      sources.put(PROMETHEUS, () -> Prometheus.part(at, port(Port.PROMETHEUS)));
    }
    sources.put(STREAM, this::stream);
    if (Prometheus.isInstalled()) {
      sources.put(SERIES, this::series);
    }
    sources.put(SERVICE, this::service);
    sources.put(AGENT, this::agent);
    if (settings.demo()) {
      sources.put(SIMULATOR, this::simulator);
    }
    return sources;
  }

  private PartSpec kafka() throws IOException {
    return new PartProgram(KAFKA, "src/standalone/broker", "io.zhidun.standalone.broker.Broker")
        .jvm(JvmOptions.heap("384m"))
        .args("--data", at.of(KAFKA))
        .args("--port", port(Port.KAFKA))
        .args("--controller-port", port(Port.KAFKA_CONTROLLER))
        .toSpec(at, port(Port.KAFKA), new KafkaHealth(port(Port.KAFKA), Topics.LEDGER))
        .within(Duration.ofSeconds(90));
  }

  private PartSpec elasticsearch() throws IOException {
    int port = port(Port.ELASTICSEARCH);
    return new PartProgram(
            ELASTICSEARCH, "src/standalone/search", "io.zhidun.standalone.search.Search")
        .jvm(JvmOptions.heap("512m").quickStart().and("-Xms256m"))
        .args("--data", at.of(ELASTICSEARCH))
        .args("--port", port)
        .args("--transport-port", port(Port.ELASTICSEARCH_TRANSPORT))
        .toSpec(at, port, HttpHealth.at(port, "/_cluster/health"))
        .within(Duration.ofSeconds(120));
  }

  private PartSpec stream() throws IOException {
    int port = port(Port.STREAM);
    return new PartProgram(
            STREAM, "src/standalone/stream", "io.zhidun.standalone.stream.StreamProcess")
        .jvm(
            JvmOptions.heap("1280m")
                .patientCompiler()
                .shortLivedObjects("768m", "448m")
                .and("--add-opens=java.base/java.util=ALL-UNNAMED")
                .and("--add-opens=java.base/java.lang=ALL-UNNAMED"))
        .args("--kafka", kafkaAddress())
        .args("--elasticsearch", elasticsearchAddress())
        .args("--state", at.of(STREAM))
        .args("--site", at.of(SITE))
        .args("--http-port", port)
        .environment("ZHIDUN_FILINGS_KEY_FILE", at.of(FILINGS_KEY).toString())
        .after(KAFKA)
        .toSpec(at, port, HttpHealth.at(port, "/health"))
        .within(Duration.ofSeconds(120));
  }

  private PartSpec series() throws IOException {
    int port = port(Port.SERIES);
    return new PartProgram(SERIES, "stream-jobs/series", "io.zhidun.stream.series.SeriesWriter")
        .jvm(JvmOptions.heap("64m").quickStart())
        .args("--kafka", kafkaAddress())
        .args("--prometheus", "http://127.0.0.1:" + port(Port.PROMETHEUS))
        .args("--http-port", port)
        .after(KAFKA)
        .toSpec(at, port, HttpHealth.at(port, "/health"))
        .within(Duration.ofSeconds(60));
  }

  private PartSpec service() throws IOException {
    int port = port(Port.HTTP);
    PartProgram program =
        new PartProgram(SERVICE, "src/service", "io.zhidun.service.ZhidunService");
    if (settings.demo()) {
      // Something that is broken in the demonstration is to be seen within a minute or two.
      program
          .environment("ZHIDUN_DEMO", "true")
          .environment("ZHIDUN_DEMO_ENDPOINTS", demoEndpoints())
          .environment("ZHIDUN_BASTIONS", DEMO_BASTIONS)
          .usually("ZHIDUN_CHECK_INTERVAL", "1m")
          .usually("ZHIDUN_SILENT_AFTER", "3m");
    }
    if (Files.exists(at.backups())) {
      program.usually("ZHIDUN_BACKUP_CONFIG", at.backups().toString());
    }
    return program
        .jvm(JvmOptions.heap("320m").quickStart())
        .environment("SERVER_PORT", Integer.toString(port))
        .environment("ZHIDUN_KAFKA", kafkaAddress())
        .environment("ZHIDUN_ELASTICSEARCH", elasticsearchAddress())
        .environment("ZHIDUN_PROMETHEUS", "http://127.0.0.1:" + port(Port.PROMETHEUS))
        // The service keeps its own below it, in service/.
        .environment("ZHIDUN_DATA", at.data().toString())
        .environment("ZHIDUN_SITE", at.of(SITE).toString())
        .environment("ZHIDUN_STATE_FILE", at.state().toString())
        .environment("ZHIDUN_STREAM_URL", "http://127.0.0.1:" + port(Port.STREAM))
        .environment("ZHIDUN_AGENT_URL", "http://127.0.0.1:" + port(Port.AGENT))
        .environment("ZHIDUN_BOOTSTRAP_FILE", at.firstAccounts().toString())
        .after(KAFKA)
        .toSpec(at, port, HttpHealth.at(port, "/actuator/health"))
        .within(Duration.ofSeconds(120));
  }

  private PartSpec agent() throws IOException {
    int port = port(Port.AGENT);
    return new PartProgram(AGENT, "collectors/agent", "io.zhidun.collectors.agent.Agent")
        .jvm(JvmOptions.heap("128m").quickStart())
        .args("--config", at.collectors())
        .after(KAFKA)
        .toSpec(at, port, HttpHealth.at(port, "/health"))
        .within(Duration.ofSeconds(60));
  }

  /** The systems, and in the same process the filings: a machine of its own would cost more. */
  private PartSpec simulator() throws IOException {
    int port = port(Port.PATENT_REVIEW);
    PartProgram program =
        new PartProgram(SIMULATOR, "src/simulator", "io.zhidun.simulator.Simulator");
    if (staging.market()) {
      program
          .args("--market-url", "http://127.0.0.1:" + port(Port.FILINGS) + "/v1/filings")
          .args("--market-rate", FILINGS_A_MINUTE)
          .args("--market-scheme", "linked-companies")
          .flag("--market-beside");
    }
    return program
        .jvm(JvmOptions.heap("128m").quickStart())
        .args("--data", at.of(SIMULATOR))
        .args("--attacks", staging.attacks())
        .args("--patent-review-port", port)
        .args("--patent-review-tls-port", port(Port.PATENT_REVIEW_TLS))
        .args("--trademark-port", port(Port.TRADEMARK))
        .args("--public-service-port", port(Port.PUBLIC_SERVICE))
        .after(SERVICE, STREAM, AGENT)
        .toSpec(at, port, HttpHealth.at(port, "/health"))
        .within(Duration.ofSeconds(60));
  }

  /** What the inventory of the demonstration says of where its applications are reached. */
  private String demoEndpoints() {
    return "review-app=tls://127.0.0.1:%d,tm-app=tls://127.0.0.1:%d,public-app=tls://127.0.0.1:%d,zhidun-service=tls://127.0.0.1:%d"
        .formatted(
            port(Port.PATENT_REVIEW_TLS),
            port(Port.TRADEMARK),
            port(Port.PUBLIC_SERVICE),
            port(Port.HTTP));
  }

  private int port(Port port) {
    return settings.ports().of(port);
  }

  private String kafkaAddress() {
    return "127.0.0.1:" + port(Port.KAFKA);
  }

  private String elasticsearchAddress() {
    return "http://127.0.0.1:" + port(Port.ELASTICSEARCH);
  }

  /** Address of the console for the people of this machine. */
  static String console(Settings settings) {
    return "http://localhost:" + settings.ports().of(Port.HTTP) + "/";
  }

  /** Environment that every part has: fewer memory arenas, since the parts have many threads. */
  static Map<String, String> commonEnvironment() {
    return Map.of("MALLOC_ARENA_MAX", "2");
  }

  /** Folder of a built module. */
  static Path module(Installation at, String folder) {
    return at.home().resolve(folder);
  }
}
