package io.zhidun.simulator.estate;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.zhidun.simulator.web.SystemName;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * The components behind the three systems. Each request is worked out at once: what it asks of
 * whom, how long that takes with the others who ask, and what fails on the way; whoever asked then
 * waits as long. So the same estate serves in real time, in simulated time, and for a week of
 * series without a single request. Thread-safe; time never goes back.
 */
public final class Estate {
  /** Who asks the systems, in the service graph. */
  static final String USER = "user";

  private static final double USUAL_RATE = 5;
  private static final double WORKER_PER_SECOND = 2.5;
  private static final int QUEUE_LIMIT = 120;
  private static final double SPREAD = 0.45;
  private static final double FAST_REFUSAL = 0.001;
  private static final double WAIT_FOR_SLOT = 1;
  private static final double WITHOUT_CACHE = 40;
  private static final double INJECTED_SECONDS = 12;
  private static final Duration CERTIFICATE = Duration.ofDays(240);
  private static final Duration DEPLOYED_BEFORE = Duration.ofDays(23);
  private static final Duration MOST_SKEW = Duration.ofSeconds(60);

  private final Function<Instant, Conditions> faults;
  private final SplittableRandom random;
  private final EstateMetrics metrics = new EstateMetrics();
  private final Map<Component, Load> loads = new EnumMap<>(Component.class);
  private final FilingQueue queue;
  private final Conditions.Build usual;
  private final Instant notAfter;
  private Conditions conditions = new Conditions();
  private Instant now;
  private Instant refreshed;

  /**
   * @param faults in what state the estate is, by the moment
   * @param rate requests a second in the busiest hour, which all is laid out for
   */
  public Estate(Function<Instant, Conditions> faults, double rate, Instant start, long seed) {
    double scale = Math.max(1, rate / USUAL_RATE);
    this.faults = faults;
    this.random = new SplittableRandom(seed);
    for (Component component : Component.values()) {
      loads.put(component, new Load(component.slots() * scale));
    }
    this.queue = new FilingQueue((int) (QUEUE_LIMIT * scale), WORKER_PER_SECOND * scale);
    this.usual = new Conditions.Build("2.4.1", start.minus(DEPLOYED_BEFORE));
    this.notAfter = start.plus(CERTIFICATE);
    this.now = start;
    this.refreshed = start.minusSeconds(1);
    refresh(start);
    showEdges();
  }

  private void showEdges() {
    for (Operation operation : Operation.values()) {
      Component system = Component.of(operation.system());
      metrics.known(USER, system);
      operation.needs().forEach(need -> metrics.known(system.id(), need.of()));
    }
    metrics.known(Component.FILING_QUEUE.id(), Component.FILING_WORKER);
    metrics.known(Component.FILING_WORKER.id(), Component.FILING_DB);
    metrics.known(Component.FILING_WORKER.id(), Component.SEARCH);
  }

  /**
   * What the components make of a request that a system got.
   *
   * @param query decoded, as it reaches the search
   */
  public synchronized Outcome perform(Operation operation, String query, Instant at) {
    refresh(at);
    Component system = Component.of(operation.system());
    return ask(USER, system, new Work(operation, query, false));
  }

  /** Whether a client with this address gets through to the system at all. */
  public synchronized boolean reaches(SystemName system, String client, Instant at) {
    refresh(at);
    Component component = Component.of(system);
    boolean route = client.indexOf(':') < 0 || conditions.hasIpv6(system);
    boolean trusted = conditions.notAfter(component, notAfter).isAfter(at);
    return route && trusted && !conditions.isDead(system.host());
  }

  /** The state of the estate now. */
  public synchronized Conditions conditions(Instant at) {
    refresh(at);
    return conditions;
  }

  /** When the certificate of a component ends. */
  public synchronized Instant notAfter(Component component, Instant at) {
    refresh(at);
    return conditions.notAfter(component, notAfter);
  }

  /** All series at this moment. */
  public synchronized MetricSnapshots scrape(Instant at) {
    refresh(at);
    show();
    return metrics.scrape();
  }

  /**
   * A request to one component.
   *
   * @param writes whether it must store something
   */
  private record Work(Operation operation, String query, boolean writes) {}

  private Outcome ask(String client, Component server, Work work) {
    Outcome outcome = reach(client, server, work);
    metrics.asked(client, server, outcome);
    return outcome;
  }

  private Outcome reach(String client, Component server, Work work) {
    List<String> hosts = server.hosts();
    String host = hosts.get(hosts.size() == 1 ? 0 : random.nextInt(hosts.size()));
    if (conditions.isDead(host)) {
      return Outcome.failed(server, FAST_REFUSAL, 503, "connection to " + host + " refused");
    }
    boolean secured = server.kind() == Component.Kind.EXTERNAL;
    if (secured && !conditions.notAfter(server, notAfter).isAfter(now)) {
      return Outcome.failed(server, FAST_REFUSAL, 502, "certificate of " + host + " has expired");
    }
    if (server == Component.PAYMENT_GATEWAY && skew(client).compareTo(MOST_SKEW) > 0) {
      return Outcome.failed(
          server, FAST_REFUSAL, 502, "signature refused, time is off by more than 60 s");
    }
    Load load = load(server);
    if (random.nextDouble() < load.refusals()) {
      return Outcome.failed(server, WAIT_FOR_SLOT, 503, taken(load));
    }
    return serve(server, work, load);
  }

  private static String taken(Load load) {
    int slots = (int) load.slots();
    return "no free connection after 1 s (" + slots + " of " + slots + " in use)";
  }

  private Duration skew(String client) {
    return conditions.ahead(Component.named(client).hosts().get(0)).abs();
  }

  private Outcome serve(Component server, Work work, Load load) {
    double own = ownSeconds(server, work) * load.crowding();
    Outcome below =
        server == Component.of(work.operation().system()) ? needs(work) : inside(server, work);
    double whole = own + below.seconds();
    load.hold(whole);
    if (below.isFailed()) {
      return new Outcome(whole, below.failure());
    }
    double patience = server.patienceSeconds();
    return whole <= patience
        ? Outcome.answered(whole)
        : Outcome.failed(server, patience, 504, "no answer within " + (int) patience + " s");
  }

  private double ownSeconds(Component server, Work work) {
    double seconds = server.medianSeconds() * Math.exp(SPREAD * random.nextGaussian());
    seconds *= conditions.slowness(server) * Machines.slowness(conditions.leaked(server));
    if (server != Component.SEARCH) {
      return seconds;
    }
    if (conditions.isInjectable() && work.query().contains("SLEEP(")) {
      return seconds + INJECTED_SECONDS;
    }
    return conditions.crowd() > 1 ? seconds * WITHOUT_CACHE : seconds;
  }

  /** What a system asks of others, up to the first that fails. */
  private Outcome needs(Work work) {
    Operation operation = work.operation();
    String system = Component.of(operation.system()).id();
    if (random.nextDouble() < conditions.broken(operation)) {
      return Outcome.failed(
          Component.of(operation.system()),
          FAST_REFUSAL,
          500,
          "IllegalStateException: field attorneyCode is missing in form version 7");
    }
    double seconds = 0;
    for (Operation.Need need : operation.needs()) {
      Work part = new Work(operation, work.query(), need.writes());
      Outcome outcome = ask(system, need.of(), part);
      seconds += outcome.seconds();
      if (outcome.isFailed()) {
        return new Outcome(seconds, outcome.failure());
      }
    }
    return Outcome.answered(seconds);
  }

  private Outcome inside(Component server, Work work) {
    String host = server.hosts().get(0);
    if (work.writes() && conditions.filled(host) >= 1) {
      return Outcome.failed(server, 0, 503, "could not extend file: No space left on device");
    }
    if (server != Component.FILING_QUEUE) {
      return Outcome.answered(0);
    }
    if (queue.isFull()) {
      return Outcome.failed(server, 0, 503, "queue is full with " + queue.size() + " messages");
    }
    queue.publish(now);
    metrics.published();
    return Outcome.answered(0);
  }

  private Load load(Component component) {
    Load load = loads.get(component);
    if (load == null) {
      throw new IllegalStateException("no load of " + component.id());
    }
    load.forget(now);
    return load;
  }

  /** Moves to a moment; the state is looked at once a second. */
  private void refresh(Instant at) {
    if (at.isAfter(now)) {
      now = at;
    }
    double seconds = Duration.between(refreshed, now).toMillis() / 1e3;
    if (seconds < 1) {
      return;
    }
    refreshed = now;
    conditions = faults.apply(now);
    boolean alive = !conditions.isDead(Component.FILING_WORKER.hosts().get(0));
    int due = queue.due(seconds, alive ? conditions.worker() : 0);
    for (int i = 0; i < due && work(); i++) {
      queue.taken();
      metrics.consumed();
    }
  }

  /** The worker takes a message; what it cannot do stays in the queue. */
  private boolean work() {
    String worker = Component.FILING_WORKER.id();
    Work message = new Work(Operation.SUBMIT, "", true);
    Outcome stored = ask(worker, Component.FILING_DB, message);
    Outcome indexed = stored.isFailed() ? stored : ask(worker, Component.SEARCH, message);
    double own = Component.FILING_WORKER.medianSeconds();
    Outcome whole = new Outcome(own + stored.seconds() + indexed.seconds(), indexed.failure());
    load(Component.FILING_WORKER).hold(whole.seconds());
    metrics.asked(Component.FILING_QUEUE.id(), Component.FILING_WORKER, whole);
    return !whole.isFailed();
  }

  private void show() {
    metrics.forgetBuilds();
    metrics.queue(queue.size(), queue.limit(), queue.oldestSeconds(now));
    for (Component component : Component.values()) {
      Load load = load(component);
      metrics.pool(component, load.used(), load.slots());
      double leaked = conditions.leaked(component);
      metrics.memory(component, Machines.memory(now, leaked, random), Machines.memoryLimit());
      metrics.build(component, conditions.build(component, usual));
      for (String host : component.hosts()) {
        metrics.instance(component, host, !conditions.isDead(host));
        metrics.disk(host, Machines.diskFree(now, conditions.filled(host)), Machines.diskSize());
        double ahead = conditions.ahead(host).toMillis() / 1e3;
        metrics.clock(host, ahead + Machines.jitter(random));
      }
    }
    for (Component secured : List.of(Component.PATENT_REVIEW, Component.PAYMENT_GATEWAY)) {
      metrics.certificate(secured, conditions.notAfter(secured, notAfter).getEpochSecond());
    }
    for (SystemName system : SystemName.values()) {
      boolean alive = !conditions.isDead(system.host());
      metrics.listener(Component.of(system), "ipv4", alive);
      metrics.listener(Component.of(system), "ipv6", alive && conditions.hasIpv6(system));
    }
  }
}
