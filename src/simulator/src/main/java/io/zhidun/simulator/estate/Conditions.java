package io.zhidun.simulator.estate;

import io.zhidun.simulator.web.SystemName;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * In what state the estate is at a moment; where nothing is said, all is well. Written by the
 * faults that last at that moment, read afterwards; not to be changed once it is handed on.
 */
public final class Conditions {
  private final Map<Component, Double> slowness = new EnumMap<>(Component.class);
  private final Map<Component, Double> memory = new EnumMap<>(Component.class);
  private final Map<Component, Build> builds = new EnumMap<>(Component.class);
  private final Map<Component, Instant> notAfter = new EnumMap<>(Component.class);
  private final Map<Operation, Double> broken = new EnumMap<>(Operation.class);
  private final Map<String, Double> disks = new HashMap<>();
  private final Map<String, Duration> clocks = new HashMap<>();
  private final Set<String> dead = new HashSet<>();
  private final Set<SystemName> withoutIpv6 = EnumSet.noneOf(SystemName.class);
  private double crowd = 1;
  private double worker = 1;
  private boolean injectable;

  /**
   * What runs on a component.
   *
   * @param deployed when it came there
   */
  public record Build(String version, Instant deployed) {}

  public void slow(Component component, double factor) {
    slowness.merge(component, factor, (a, b) -> a * b);
  }

  double slowness(Component component) {
    return slowness.getOrDefault(component, 1.0);
  }

  /** The instance on this host takes no connection. */
  public void kill(String host) {
    dead.add(host);
  }

  public boolean isDead(String host) {
    return dead.contains(host);
  }

  /**
   * @param share of the limit that a leak has eaten on top of what is used anyway
   */
  public void leak(Component component, double share) {
    memory.put(component, share);
  }

  double leaked(Component component) {
    return memory.getOrDefault(component, 0.0);
  }

  /**
   * @param share of the room that was left which is now taken
   */
  public void fill(String host, double share) {
    disks.put(host, Math.min(1, share));
  }

  double filled(String host) {
    return disks.getOrDefault(host, 0.0);
  }

  public void deploy(Component component, Build build) {
    builds.put(component, build);
  }

  Build build(Component component, Build usual) {
    return builds.getOrDefault(component, usual);
  }

  /**
   * @param share of the requests for the operation that fail in the system itself
   */
  public void breakOperation(Operation operation, double share) {
    broken.put(operation, share);
  }

  double broken(Operation operation) {
    return broken.getOrDefault(operation, 0.0);
  }

  /** The component shows a certificate that ends then. */
  public void certify(Component component, Instant end) {
    notAfter.put(component, end);
  }

  /** When the certificate ends that the component shows. */
  public Instant notAfter(Component component, Instant usual) {
    return notAfter.getOrDefault(component, usual);
  }

  public void dropIpv6(SystemName system) {
    withoutIpv6.add(system);
  }

  public boolean hasIpv6(SystemName system) {
    return !withoutIpv6.contains(system);
  }

  /** The clock of this host is ahead by so much. */
  public void drift(String host, Duration ahead) {
    clocks.put(host, ahead);
  }

  public Duration ahead(String host) {
    return clocks.getOrDefault(host, Duration.ZERO);
  }

  /** So many times the usual public searches come, and no cache answers any. */
  public void crowd(double factor) {
    crowd = factor;
  }

  public double crowd() {
    return crowd;
  }

  /** The worker takes only this share of what it could. */
  public void slowWorker(double share) {
    worker = share;
  }

  double worker() {
    return worker;
  }

  /** The public search runs what a query carries. */
  public void openToInjection() {
    injectable = true;
  }

  public boolean isInjectable() {
    return injectable;
  }
}
