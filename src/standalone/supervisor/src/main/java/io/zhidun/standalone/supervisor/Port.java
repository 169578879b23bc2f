package io.zhidun.standalone.supervisor;

/**
 * A port of the installation: who listens on it, its usual number and the option that changes it.
 */
enum Port {
  KAFKA(Plan.KAFKA, "Kafka", "kafka-port", 19_092),
  KAFKA_CONTROLLER(Plan.KAFKA, "Kafka controller", "kafka-controller-port", 19_093),
  ELASTICSEARCH(Plan.ELASTICSEARCH, "Elasticsearch", "elasticsearch-port", 19_200),
  ELASTICSEARCH_TRANSPORT(
      Plan.ELASTICSEARCH, "Elasticsearch transport", "elasticsearch-transport-port", 19_300),
  STREAM(Plan.STREAM, "stream health and metrics", "stream-port", 19_100),
  AGENT(Plan.AGENT, "agent health and metrics", "agent-port", 19_101),
  PROMETHEUS(Plan.PROMETHEUS, "Prometheus", "prometheus-port", 19_090),
  SERIES(Plan.SERIES, "series writer", "series-port", 19_103),
  PUSH(Plan.AGENT, "pushed metrics", "push-port", 19_201),
  HTTP(Plan.SERVICE, "console and API", "http-port", 18_080),
  SYSLOG(Plan.AGENT, "syslog", "syslog-port", 5_514),
  FILINGS(Plan.AGENT, "filings over HTTP", "filings-port", 18_481),
  PATENT_REVIEW(Plan.SIMULATOR, "simulated patent review", "patent-review-port", 18_101),
  PATENT_REVIEW_TLS(
      Plan.SIMULATOR, "simulated patent review over TLS", "patent-review-tls-port", 18_104),
  TRADEMARK(Plan.SIMULATOR, "simulated trademark", "trademark-port", 18_102),
  PUBLIC_SERVICE(Plan.SIMULATOR, "simulated public service", "public-service-port", 18_103);

  private final String part;
  private final String listener;
  private final String key;
  private final int standard;

  Port(String part, String listener, String key, int standard) {
    this.part = part;
    this.listener = listener;
    this.key = key;
    this.standard = standard;
  }

  /** Name of the part that listens. */
  String part() {
    return part;
  }

  /** Who listens, in words. */
  String listener() {
    return listener;
  }

  /** Name in the saved settings. */
  String key() {
    return key;
  }

  String option() {
    return "--" + key;
  }

  int standard() {
    return standard;
  }

  boolean udpToo() {
    return this == SYSLOG;
  }
}
