package io.zhidun.testkit.outage;

import io.zhidun.testkit.outage.Watch.Threshold;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/** The detectors of an ordinary installation on a plant. */
final class Watches {
  private static final Threshold SLOW = new Threshold(2.2, 0.05, 0, false);
  private static final Threshold FAILING = new Threshold(1, 0.03, 0.03, false);
  private static final Threshold MORE = new Threshold(2.2, 3, 0, false);
  private static final Threshold WIDER = new Threshold(2.2, 0.5, 0, false);
  private static final Threshold LESS = new Threshold(0.4, 0, 0, true);
  private static final Threshold BUSY = new Threshold(0, 0, 0.92, false);
  private static final Threshold DISK = new Threshold(0, 0, 0.96, false);
  private static final Threshold ONE = new Threshold(0, 0, 0.5, false);

  private final List<Watch> all = new ArrayList<>();
  private final SplittableRandom random;

  Watches(Plant plant, SplittableRandom random) {
    this.random = random;
    plant.services.forEach(this::service);
    plant.databases.forEach(this::database);
    plant.machines.forEach(this::machine);
    plant.channels.forEach(this::channel);
  }

  List<Watch> all() {
    return all;
  }

  private void service(Server server) {
    on(server.id, "LATENCY", 3, () -> server.latency, SLOW);
    on(server.id, "ERRORS", 4, () -> server.errors, FAILING);
    on(server.id, "SURGE", 2, () -> server.arriving, MORE);
    on(server.id, "FANOUT", 2, () -> server.outbound / Math.max(1, server.arriving), WIDER);
    if (server.arriving > 5) {
      on(server.id, "LULL", 2, () -> server.certificateExpired ? 0 : server.arriving, LESS);
    }
    for (Replica replica : server.replicas) {
      on(replica.id, "SATURATION", 2, () -> replica.alive ? replica.busy : 0, BUSY);
      on(replica.id, "LATENCY", 2, () -> replica.alive ? replica.latency : 0, SLOW);
      on(replica.id, "MEMORY", 3, () -> replica.memory, BUSY);
      on(replica.id, "DOWN", 4, () -> replica.alive ? 0 : 1, ONE);
      on(replica.id, "RESTART", 2, () -> replica.restarts, ONE);
      if (random.nextInt(2) == 0) {
        on(replica.id, "LOG", 2, () -> replica.alive ? server.errors : 0, FAILING);
      }
    }
  }

  private void database(Server database) {
    on(database.id, "LATENCY", 3, () -> database.latency, SLOW);
    on(database.id, "ERRORS", 4, () -> database.errors, FAILING);
    on(database.id, "SURGE", 2, () -> database.arriving, MORE);
    on(database.id, "SATURATION", 3, () -> database.replicas.get(0).busy, BUSY);
  }

  private void machine(Machine machine) {
    on(machine.id, "SATURATION", 3, machine::load, BUSY);
    on(machine.id, "DISK_FULL", 4, () -> machine.disk, DISK);
    on(machine.id, "CLOCK", 3, () -> Math.abs(machine.clockOffset), new Threshold(0, 0, 2, false));
  }

  private void channel(Channel channel) {
    double deep = Math.max(50, channel.readerRate * 30);
    on(channel.id, "BACKLOG", 3, () -> channel.depth, new Threshold(1.5, deep, 0, false));
  }

  private void on(
      String node, String signal, int severity, DoubleSupplier measure, Threshold threshold) {
    all.add(new Watch(node, signal, severity, measure, threshold, random));
  }
}
