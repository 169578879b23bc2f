package io.zhidun.standalone.supervisor;

/**
 * A port of the installation: who listens on it, its usual number and the option that changes it.
 */
enum Port {
  KAFKA("Kafka", "kafka-port", 19_092),
  KAFKA_CONTROLLER("Kafka controller", "kafka-controller-port", 19_093),
  ELASTICSEARCH("Elasticsearch", "elasticsearch-port", 19_200),
  ELASTICSEARCH_TRANSPORT("Elasticsearch transport", "elasticsearch-transport-port", 19_300),
  STREAM("stream health and metrics", "stream-port", 19_100),
  AGENT("agent health and metrics", "agent-port", 19_101),
  HTTP("console and API", "http-port", 18_080),
  SYSLOG("syslog", "syslog-port", 5_514),
  PATENT_REVIEW("simulated patent review", "patent-review-port", 18_101),
  TRADEMARK("simulated trademark", "trademark-port", 18_102),
  PUBLIC_SERVICE("simulated public service", "public-service-port", 18_103);

  private final String listener;
  private final String key;
  private final int standard;

  Port(String listener, String key, int standard) {
    this.listener = listener;
    this.key = key;
    this.standard = standard;
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

  /** Whether only the demonstration listens on it. */
  boolean demoOnly() {
    return switch (this) {
      case PATENT_REVIEW, TRADEMARK, PUBLIC_SERVICE -> true;
      case KAFKA,
          KAFKA_CONTROLLER,
          ELASTICSEARCH,
          ELASTICSEARCH_TRANSPORT,
          STREAM,
          AGENT,
          HTTP,
          SYSLOG ->
          false;
    };
  }
}
