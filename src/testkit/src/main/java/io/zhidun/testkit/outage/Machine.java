package io.zhidun.testkit.outage;

/** A host. */
final class Machine {
  final String id;
  final Zone zone;
  double cores;
  double demand;
  double foreignDemand;
  double disk = 0.6;
  double memory = 0.55;
  double clockOffset;

  /** How far its clock is off without any fault, seconds. */
  double skew;

  Machine(String id, Zone zone, double cores) {
    this.id = id;
    this.zone = zone;
    this.cores = cores;
  }

  double load() {
    return (demand + foreignDemand) / cores;
  }

  double slowdown() {
    return Math.max(1, load());
  }

  boolean diskIsFull() {
    return disk >= 0.999;
  }

  boolean clockIsOff() {
    return Math.abs(clockOffset) > 5;
  }

  /** A network zone. */
  static final class Zone {
    final String id;
    boolean ipv6Lost;

    Zone(String id) {
      this.id = id;
    }
  }
}
