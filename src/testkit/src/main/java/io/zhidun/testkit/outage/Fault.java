package io.zhidun.testkit.outage;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A fault in one node of the plant, and what changes there as it goes on. */
final class Fault {
  /** What a source tells of the fault itself, beside what detectors see. */
  record Told(String node, String signal, double after) {}

  /** Moves the plant; the argument is seconds since the fault began. */
  interface Effect {
    void at(double seconds);
  }

  final FaultKind kind;
  final String truth;
  final List<Told> told = new ArrayList<>();
  private Effect effect = seconds -> {};
  private final Plant plant;
  private final SplittableRandom random;
  private final double force;

  /**
   * @param force 1 as a rule, more where the plant bore the first attempt
   */
  Fault(FaultKind kind, Plant plant, SplittableRandom random, double force) {
    this.kind = kind;
    this.plant = plant;
    this.random = random;
    this.force = force;
    truth =
        switch (kind) {
          case SLOW_DATABASE -> slowDatabase();
          case FULL_DISK -> fullDisk();
          case LEAK -> leak();
          case DEAD_INSTANCE -> deadInstance();
          case BAD_DEPLOY -> badDeploy();
          case EXPIRED_CERTIFICATE -> expiredCertificate();
          case LOST_IPV6_ROUTE -> lostRoute();
          case THUNDERING_HERD -> herd();
          case QUEUE_BACKLOG -> backlog();
          case CLOCK_DRIFT -> clockDrift();
          case ATTACK -> attack();
        };
  }

  void at(double seconds) {
    if (seconds >= 0) {
      effect.at(seconds);
    }
  }

  private String slowDatabase() {
    Server database = pick(plant.databases);
    double factor = between(10, 40) * force;
    double ramp = between(1, 120);
    boolean locks = random.nextBoolean();
    effect =
        s -> {
          double now = factor * Math.min(1, s / ramp);
          database.slow = locks ? 1 : 1 + now;
          database.locked = locks ? now * database.cpuSeconds : 0;
        };
    return database.id;
  }

  private String fullDisk() {
    List<Machine> holders = new ArrayList<>();
    plant.databases.forEach(database -> holders.add(database.replicas.get(0).machine));
    plant.channels.forEach(channel -> holders.add(channel.machine));
    Machine machine = pick(holders);
    double begin = machine.disk;
    double fill = between(60, 400);
    effect = s -> machine.disk = Math.min(1, begin + (1 - begin) * s / fill);
    return machine.id;
  }

  private String leak() {
    Server server = pick(loaded());
    Replica replica = pick(server.replicas);
    double fill = between(200, 500);
    double restart = fill + between(60, 200);
    effect =
        s -> {
          double age = s % restart;
          replica.memory = Math.min(1, 0.5 + 0.5 * age / fill);
          replica.slow = replica.memory > 0.85 ? 1 + 150 * force * (replica.memory - 0.85) : 1;
          replica.restarts = (int) (s / restart);
        };
    return replica.id;
  }

  private String deadInstance() {
    Server server = pick(loaded());
    Replica replica = pick(server.replicas);
    double noticed = between(20, 90);
    boolean last = server.replicas.size() == 1;
    effect =
        s -> {
          replica.alive = false;
          replica.balanced = last || s < noticed;
        };
    return replica.id;
  }

  private String badDeploy() {
    Server server = pick(loaded());
    double begins = between(0, 120);
    boolean slow = random.nextBoolean();
    double factor = between(5, 15) * force;
    double share = Math.min(0.95, between(0.15, 0.8) * force);
    told.add(new Told(server.id, "DEPLOYMENT", 0));
    effect =
        s -> {
          if (s >= begins && slow) {
            server.slow = factor;
          } else if (s >= begins) {
            server.ownErrors = share;
          }
        };
    return server.id;
  }

  private String expiredCertificate() {
    Server server = pick(plant.services);
    told.add(new Told(server.id, "CERTIFICATE", between(5, 240)));
    effect = s -> server.certificateExpired = true;
    return server.id;
  }

  private String lostRoute() {
    Machine.Zone zone = pick(plant.zones);
    told.add(new Told(zone.id, "ROUTE", between(10, 90)));
    for (Machine machine : plant.machines) {
      if (machine.zone == zone && random.nextInt(10) < 7) {
        told.add(new Told(machine.id, "ROUTE", between(5, 120)));
      }
    }
    effect = s -> zone.ipv6Lost = true;
    return zone.id;
  }

  /** A cache is empty: what it kept away falls on the databases or callees behind it. */
  private String herd() {
    List<Server> callers = new ArrayList<>(loaded());
    callers.removeIf(server -> server.calls.isEmpty());
    Server server = pick(callers);
    double factor = between(8, 20) * force;
    double[] before = server.calls.stream().mapToDouble(call -> call.each).toArray();
    double warm = between(300, 900);
    if (random.nextInt(10) < 4) {
      told.add(new Told(server.id, "CONFIGURATION", -between(1, 30)));
    }
    if (random.nextInt(10) < 5) {
      told.add(new Told(server.id, "LOG", between(10, 60)));
    }
    effect =
        s -> {
          double now = 1 + (factor - 1) * Math.max(0, 1 - s / warm);
          for (int i = 0; i < before.length; i++) {
            server.calls.get(i).each = before[i] * now;
          }
        };
    return server.id;
  }

  private String backlog() {
    Channel channel = pick(plant.channels);
    double rest = between(0.02, 0.3) / force;
    if (random.nextInt(10) < 3) {
      effect = s -> channel.throttle = rest;
      return channel.id;
    }
    if (random.nextInt(10) < 8) {
      told.add(new Told(channel.reader.id, "LOG", between(5, 60)));
    }
    effect = s -> channel.readerHealth = rest;
    return channel.reader.id;
  }

  private String clockDrift() {
    List<Machine> used = new ArrayList<>();
    loaded().forEach(server -> server.replicas.forEach(replica -> used.add(replica.machine)));
    Machine machine = pick(used);
    double speed = between(0.05, 2) * (random.nextBoolean() ? 1 : -1);
    effect = s -> machine.clockOffset = Math.max(-600, Math.min(600, s * speed));
    return machine.id;
  }

  private String attack() {
    if (random.nextInt(10) < 6) {
      Server entry = plant.services.get(random.nextInt(4));
      double base = entry.external;
      double factor = between(5, 15) * force;
      told.add(new Told(entry.id, "SECURITY", between(5, 120)));
      effect = s -> entry.external = base * (1 + (factor - 1) * Math.min(1, s / 60));
      return entry.id;
    }
    List<Machine> used = new ArrayList<>();
    loaded().forEach(server -> server.replicas.forEach(replica -> used.add(replica.machine)));
    Machine machine = pick(used);
    double cores = machine.cores * between(3, 10) * force;
    told.add(new Told(machine.id, "SECURITY", between(-300, 90)));
    effect = s -> machine.foreignDemand = cores;
    return machine.id;
  }

  /** Services that do something that people would miss. */
  private List<Server> loaded() {
    return plant.services.stream().filter(server -> server.arriving > 5).toList();
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  private <T> T pick(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
