package io.zhidun.simulator.estate;

import static io.zhidun.simulator.estate.Component.FILING_DB;
import static io.zhidun.simulator.estate.Component.FILING_QUEUE;
import static io.zhidun.simulator.estate.Component.PAYMENT_GATEWAY;
import static io.zhidun.simulator.estate.Component.REGISTER_DB;
import static io.zhidun.simulator.estate.Component.SEARCH;

import io.zhidun.simulator.web.SystemName;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a system can be asked, with what it asks others for that, one after the other. */
public enum Operation {
  PUBLIC_PAGE(SystemName.PUBLIC_SERVICE, "GET /", 14, null),
  ANNOUNCEMENT(SystemName.PUBLIC_SERVICE, "GET /announcements/{number}", 4, null),
  PUBLIC_SEARCH(
      SystemName.PUBLIC_SERVICE, "GET /publications", 22, Capability.SEARCH, read(SEARCH)),
  PUBLICATION(
      SystemName.PUBLIC_SERVICE,
      "GET /publications/{id}",
      24,
      Capability.SEARCH,
      read(SEARCH),
      read(FILING_DB)),
  PUBLIC_LOGIN(SystemName.PUBLIC_SERVICE, "POST /login", 4, null, read(FILING_DB)),
  PUBLIC_LOGOUT(SystemName.PUBLIC_SERVICE, "POST /logout", 4, null, read(FILING_DB)),
  SUBMIT(
      SystemName.PUBLIC_SERVICE,
      "POST /filings",
      3,
      Capability.SUBMIT,
      read(FILING_DB),
      write(FILING_DB),
      write(FILING_QUEUE)),
  STATUS(SystemName.PUBLIC_SERVICE, "GET /filings/{id}", 3, Capability.SUBMIT, read(FILING_DB)),
  PAY(
      SystemName.PUBLIC_SERVICE,
      "POST /payments",
      3,
      Capability.PAY,
      read(FILING_DB),
      write(PAYMENT_GATEWAY),
      write(FILING_DB)),
  MARK_LOGIN(SystemName.TRADEMARK, "POST /login", 5, null, read(REGISTER_DB)),
  MARK_LOGOUT(SystemName.TRADEMARK, "POST /logout", 5, null, read(REGISTER_DB)),
  MARK_SEARCH(SystemName.TRADEMARK, "GET /marks", 10, Capability.SEARCH, read(SEARCH)),
  MARK(SystemName.TRADEMARK, "GET /marks/{id}", 15, Capability.SEARCH, read(REGISTER_DB)),
  MARK_SUBMIT(
      SystemName.TRADEMARK,
      "POST /marks",
      4,
      Capability.SUBMIT,
      read(REGISTER_DB),
      write(REGISTER_DB),
      write(FILING_QUEUE)),
  MARK_EXPORT(SystemName.TRADEMARK, "POST /exports", 2, null, read(REGISTER_DB), read(REGISTER_DB)),
  REVIEW_LOGIN(SystemName.PATENT_REVIEW, "POST /login", 3, null, read(FILING_DB)),
  REVIEW_LOGOUT(SystemName.PATENT_REVIEW, "POST /logout", 3, null, read(FILING_DB)),
  DOCKET(SystemName.PATENT_REVIEW, "GET /docket", 6, Capability.REVIEW, read(SEARCH)),
  REVIEW_SEARCH(SystemName.PATENT_REVIEW, "GET /applications", 6, Capability.REVIEW, read(SEARCH)),
  APPLICATION(
      SystemName.PATENT_REVIEW, "GET /applications/{id}", 14, Capability.REVIEW, read(FILING_DB)),
  APPLICATION_FILE(
      SystemName.PATENT_REVIEW,
      "GET /applications/{id}/file",
      4,
      Capability.REVIEW,
      read(FILING_DB));

  /**
   * A request to another component.
   *
   * @param writes whether something is stored there
   */
  record Need(Component of, boolean writes) {}

  private final SystemName system;
  private final String route;
  private final int share;
  private final @Nullable Capability capability;
  private final List<Need> needs;

  Operation(
      SystemName system, String route, int share, @Nullable Capability capability, Need... needs) {
    this.system = system;
    this.route = route;
    this.share = share;
    this.capability = capability;
    this.needs = List.of(needs);
  }

  private static Need read(Component of) {
    return new Need(of, false);
  }

  private static Need write(Component of) {
    return new Need(of, true);
  }

  /** The operation behind a route, or empty where a system does it all alone. */
  public static Optional<Operation> of(SystemName system, String method, String pattern) {
    String route = method + " " + pattern;
    for (Operation operation : values()) {
      if (operation.system == system && operation.route.equals(route)) {
        return Optional.of(operation);
      }
    }
    return Optional.empty();
  }

  public SystemName system() {
    return system;
  }

  public String method() {
    return route.substring(0, route.indexOf(' '));
  }

  public String pattern() {
    return route.substring(route.indexOf(' ') + 1);
  }

  /** How often it is asked, in parts of the sum over all. */
  public double share() {
    return share / (double) SUM;
  }

  public Optional<Capability> capability() {
    return Optional.ofNullable(capability);
  }

  List<Need> needs() {
    return needs;
  }

  private static final int SUM = sum();

  private static int sum() {
    int sum = 0;
    for (Operation operation : values()) {
      sum += operation.share;
    }
    return sum;
  }
}
