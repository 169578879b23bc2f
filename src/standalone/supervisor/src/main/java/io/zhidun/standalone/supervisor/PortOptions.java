package io.zhidun.standalone.supervisor;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that change a port; what is not given stays as it was, or as usual. */
final class PortOptions {
  @Option(names = "--http-port", paramLabel = "N", description = "Console and API (18080).")
  private @Nullable Integer http;

  @Option(names = "--syslog-port", paramLabel = "N", description = "Syslog, UDP and TCP (5514).")
  private @Nullable Integer syslog;

  @Option(names = "--kafka-port", paramLabel = "N", description = "Kafka clients (19092).")
  private @Nullable Integer kafka;

  @Option(names = "--kafka-controller-port", paramLabel = "N", description = "KRaft (19093).")
  private @Nullable Integer kafkaController;

  @Option(names = "--elasticsearch-port", paramLabel = "N", description = "HTTP (19200).")
  private @Nullable Integer elasticsearch;

  @Option(
      names = "--elasticsearch-transport-port",
      paramLabel = "N",
      description = "Node protocol (19300).")
  private @Nullable Integer elasticsearchTransport;

  @Option(names = "--stream-port", paramLabel = "N", description = "Stream metrics (19100).")
  private @Nullable Integer stream;

  @Option(names = "--agent-port", paramLabel = "N", description = "Agent metrics (19101).")
  private @Nullable Integer agent;

  @Option(names = "--prometheus-port", paramLabel = "N", description = "Prometheus (19090).")
  private @Nullable Integer prometheus;

  @Option(names = "--series-port", paramLabel = "N", description = "Series writer (19103).")
  private @Nullable Integer series;

  @Option(
      names = "--push-port",
      paramLabel = "N",
      description = "Remote write and OTLP metrics (19201).")
  private @Nullable Integer push;

  @Option(names = "--filings-port", paramLabel = "N", description = "Filings (18481).")
  private @Nullable Integer filings;

  @Option(names = "--patent-review-port", paramLabel = "N", description = "Demo (18101).")
  private @Nullable Integer patentReview;

  @Option(names = "--patent-review-tls-port", paramLabel = "N", description = "Demo (18104).")
  private @Nullable Integer patentReviewTls;

  @Option(names = "--trademark-port", paramLabel = "N", description = "Demo (18102).")
  private @Nullable Integer trademark;

  @Option(names = "--public-service-port", paramLabel = "N", description = "Demo (18103).")
  private @Nullable Integer publicService;

  Map<Port, Integer> given() {
    Map<Port, Integer> given = new EnumMap<>(Port.class);
    for (Port port : Port.values()) {
      Integer number = of(port);
      if (number != null) {
        given.put(port, number);
      }
    }
    return given;
  }

  private @Nullable Integer of(Port port) {
    return switch (port) {
      case KAFKA -> kafka;
      case KAFKA_CONTROLLER -> kafkaController;
      case ELASTICSEARCH -> elasticsearch;
      case ELASTICSEARCH_TRANSPORT -> elasticsearchTransport;
      case STREAM -> stream;
      case AGENT -> agent;
      case PROMETHEUS -> prometheus;
      case SERIES -> series;
      case PUSH -> push;
      case HTTP -> http;
      case SYSLOG -> syslog;
      case FILINGS -> filings;
      case PATENT_REVIEW -> patentReview;
      case PATENT_REVIEW_TLS -> patentReviewTls;
      case TRADEMARK -> trademark;
      case PUBLIC_SERVICE -> publicService;
    };
  }
}
