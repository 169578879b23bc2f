package io.zhidun.simulator.fault;

import static io.zhidun.simulator.estate.Capability.PAY;
import static io.zhidun.simulator.estate.Capability.REVIEW;
import static io.zhidun.simulator.estate.Capability.SEARCH;
import static io.zhidun.simulator.estate.Capability.SUBMIT;

import io.zhidun.simulator.estate.Capability;
import io.zhidun.simulator.estate.Component;
import java.util.List;
import java.util.Locale;

/** The faults that can be made, each with the components it may befall; the first is the usual. */
public enum FaultKind {
  SLOW_DATABASE(Component.FILING_DB, Component.REGISTER_DB),
  FULL_DISK(Component.REGISTER_DB, Component.FILING_DB),
  LEAK(Component.PUBLIC_SERVICE, Component.TRADEMARK, Component.SEARCH),
  DEAD_INSTANCE(
      Component.SEARCH,
      Component.TRADEMARK,
      Component.PAYMENT_GATEWAY,
      Component.FILING_DB,
      Component.REGISTER_DB),
  BAD_DEPLOY(Component.PUBLIC_SERVICE, Component.TRADEMARK),
  EXPIRED_CERTIFICATE(Component.PATENT_REVIEW, Component.PAYMENT_GATEWAY),
  LOST_IPV6_ROUTE(Component.PUBLIC_SERVICE, Component.TRADEMARK),
  THUNDERING_HERD(Component.SEARCH),
  QUEUE_BACKLOG(Component.FILING_WORKER),
  CLOCK_DRIFT(Component.PUBLIC_SERVICE),
  ATTACK_OUTAGE(Component.SEARCH);

  private final List<Component> targets;

  FaultKind(Component... targets) {
    this.targets = List.of(targets);
  }

  /** Kebab-case name. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The components it may befall. */
  public List<Component> targets() {
    return targets;
  }

  /**
   * @throws IllegalArgumentException naming what is unknown
   */
  public static FaultKind named(String id) {
    for (FaultKind kind : values()) {
      if (kind.id().equals(id)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "fault \"" + id + "\" is not one of " + String.join(", ", names()));
  }

  private static List<String> names() {
    return List.of(values()).stream().map(FaultKind::id).toList();
  }

  /** What people cannot do, or only badly, while it lasts. */
  List<Capability> capabilities(Component target) {
    return switch (this) {
      case BAD_DEPLOY, QUEUE_BACKLOG -> List.of(SUBMIT);
      case FULL_DISK -> target == Component.FILING_DB ? List.of(SUBMIT, PAY) : List.of(SUBMIT);
      case CLOCK_DRIFT -> List.of(PAY);
      default -> capabilitiesOf(target);
    };
  }

  private static List<Capability> capabilitiesOf(Component target) {
    return switch (target) {
      case PUBLIC_SERVICE -> List.of(SUBMIT, SEARCH, PAY);
      case TRADEMARK, REGISTER_DB -> List.of(SUBMIT, SEARCH);
      case PATENT_REVIEW -> List.of(REVIEW);
      case FILING_DB -> List.of(SUBMIT, SEARCH, PAY, REVIEW);
      case SEARCH -> List.of(SEARCH, REVIEW);
      case FILING_QUEUE, FILING_WORKER -> List.of(SUBMIT);
      case PAYMENT_GATEWAY -> List.of(PAY);
    };
  }
}
