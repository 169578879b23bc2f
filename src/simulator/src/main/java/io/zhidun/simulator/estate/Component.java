package io.zhidun.simulator.estate;

import io.zhidun.simulator.web.SystemName;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * A part of the estate. Its figures are for a rate of five requests a second; {@link Load} lays the
 * slots out for more.
 */
public enum Component {
  PUBLIC_SERVICE(Kind.SERVICE, 5, 32, 30, "public-web-01"),
  TRADEMARK(Kind.SERVICE, 5, 32, 30, "tm-web-01"),
  PATENT_REVIEW(Kind.SERVICE, 6, 32, 30, "review-web-01"),
  FILING_DB(Kind.DATABASE, 4, 8, 3, "db-01"),
  REGISTER_DB(Kind.DATABASE, 4, 8, 3, "db-02"),
  SEARCH(Kind.SERVICE, 18, 8, 2, "search-01", "search-02"),
  FILING_QUEUE(Kind.QUEUE, 2, 32, 1, "mq-01"),
  FILING_WORKER(Kind.SERVICE, 20, 4, 10, "worker-01"),
  PAYMENT_GATEWAY(Kind.EXTERNAL, 120, 16, 5, "pay-01");

  /** What sort of thing it is. */
  public enum Kind {
    SERVICE,
    DATABASE,
    QUEUE,
    EXTERNAL;

    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Kind kind;
  private final double medianSeconds;
  private final int slots;
  private final Duration patience;
  private final List<String> hosts;

  Component(Kind kind, int medianMillis, int slots, int patienceSeconds, String... hosts) {
    this.kind = kind;
    this.medianSeconds = medianMillis / 1e3;
    this.slots = slots;
    this.patience = Duration.ofSeconds(patienceSeconds);
    this.hosts = List.of(hosts);
  }

  /** The name in metrics, logs and truth. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public Kind kind() {
    return kind;
  }

  /** Hosts of its instances; each host has one. */
  public List<String> hosts() {
    return hosts;
  }

  /** Own time of an answer in the middle, when nothing else asks. */
  double medianSeconds() {
    return medianSeconds;
  }

  /** How many requests it serves at once. */
  int slots() {
    return slots;
  }

  /** How long its callers wait. */
  double patienceSeconds() {
    return patience.toMillis() / 1e3;
  }

  public static Component of(SystemName system) {
    return switch (system) {
      case PUBLIC_SERVICE -> PUBLIC_SERVICE;
      case TRADEMARK -> TRADEMARK;
      case PATENT_REVIEW -> PATENT_REVIEW;
    };
  }

  /**
   * @throws IllegalArgumentException naming what is unknown
   */
  public static Component named(String id) {
    for (Component component : values()) {
      if (component.id().equals(id)) {
        return component;
      }
    }
    throw new IllegalArgumentException("component \"" + id + "\" is not one of " + ids());
  }

  private static String ids() {
    return String.join(", ", List.of(values()).stream().map(Component::id).toList());
  }
}
