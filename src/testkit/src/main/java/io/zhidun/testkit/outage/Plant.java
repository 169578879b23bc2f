package io.zhidun.testkit.outage;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The running systems. Each step lasts {@link #STEP} seconds and uses the callees' state of the
 * step before, so that cycles of calls need no fixed point and trouble takes time to travel.
 */
final class Plant {
  static final double STEP = 5;
  private static final double TOKEN_REFUSED = 0.8;
  private static final double IPV4_AFTER = 0.9;

  final List<Machine.Zone> zones = new ArrayList<>();
  final List<Machine> machines = new ArrayList<>();
  final List<Server> services = new ArrayList<>();
  final List<Server> databases = new ArrayList<>();
  final List<Channel> channels = new ArrayList<>();

  List<Server> servers() {
    List<Server> all = new ArrayList<>(services);
    all.addAll(databases);
    return all;
  }

  void step(SplittableRandom random) {
    List<Server> all = servers();
    for (Server server : all) {
      server.arrivingNext = server.external * (0.95 + random.nextDouble() * 0.1);
      server.outbound = 0;
    }
    for (Channel channel : channels) {
      channel.published = 0;
    }
    machines.forEach(machine -> machine.demand = 0);
    double[] latencies = new double[all.size()];
    double[] errors = new double[all.size()];
    for (int i = 0; i < all.size(); i++) {
      serve(all.get(i));
      latencies[i] = latency(all.get(i));
      errors[i] = errors(all.get(i));
    }
    channels.forEach(Plant::move);
    for (int i = 0; i < all.size(); i++) {
      Server server = all.get(i);
      server.latency = latencies[i];
      server.errors = Math.min(1, errors[i]);
      server.arriving = server.arrivingNext;
    }
  }

  private static void serve(Server server) {
    double waiting = 0;
    for (Call call : server.calls) {
      double failing = failing(server, call);
      double attempts = call.each * (1 + call.retries * failing);
      double rate = server.arriving * (1 - blocked(server)) * attempts;
      server.outbound += rate;
      call.target.arrivingNext += reached(call) * rate;
      waiting +=
          attempts * (call.wait(call.target.latency) * reached(call) + connecting(server, call));
    }
    for (Channel channel : server.publishes) {
      channel.published += server.arriving * channel.perRequest * (1 - blocked(server));
      waiting += channel.machine.diskIsFull() ? 0.3 : (1 / channel.throttle - 1) * 0.02;
    }
    long inRotation = server.replicas.stream().filter(replica -> replica.balanced).count();
    for (Replica replica : server.replicas) {
      double share = replica.balanced ? server.arriving / inRotation : 0;
      double cpu = server.cpuSeconds * server.slow * replica.slow;
      double hold = cpu * replica.machine.slowdown() + server.locked + waiting;
      replica.serve(replica.alive ? share * (1 - blocked(server)) : 0, hold, STEP);
      replica.machine.demand += replica.alive ? Math.min(share, replica.workers / hold) * cpu : 0;
    }
  }

  /** With an expired certificate nobody gets in, and little is done. */
  private static double blocked(Server server) {
    return server.certificateExpired ? 1 : 0;
  }

  private static double reached(Call call) {
    return call.target.certificateExpired ? 0 : 1;
  }

  /** A caller whose IPv6 route is lost waits before it tries IPv4. */
  private static double connecting(Server server, Call call) {
    return routeLost(server, call) ? IPV4_AFTER : 0;
  }

  private static boolean routeLost(Server server, Call call) {
    Machine.Zone here = server.replicas.get(0).machine.zone;
    Machine.Zone there = call.target.replicas.get(0).machine.zone;
    return call.overIpv6 && here != there && (here.ipv6Lost || there.ipv6Lost);
  }

  private static double failing(Server server, Call call) {
    Server target = call.target;
    if (target.certificateExpired) {
      return 1;
    }
    double lost = routeLost(server, call) ? 0.3 : 0;
    return 1 - (1 - target.errors) * (1 - call.late(target.latency)) * (1 - lost);
  }

  private static double latency(Server server) {
    double sum = 0;
    int counted = 0;
    for (Replica replica : server.replicas) {
      if (replica.alive && replica.balanced) {
        sum += replica.latency;
        counted++;
      }
    }
    return counted == 0 ? server.cpuSeconds : sum / counted;
  }

  private static double errors(Server server) {
    double fine = 1 - server.ownErrors;
    for (Call call : server.calls) {
      if (call.critical) {
        double failed = Math.pow(failing(server, call), 1 + call.retries);
        fine *= 1 - Math.min(1, call.each) * failed;
      }
    }
    for (Channel channel : server.publishes) {
      fine *= channel.machine.diskIsFull() ? 0.4 : 1;
    }
    double served = 0;
    int inRotation = 0;
    for (Replica replica : server.replicas) {
      if (replica.balanced) {
        inRotation++;
        served += replicaServes(server, replica);
      }
    }
    return 1 - fine * (inRotation == 0 ? 0 : served / inRotation);
  }

  private static double replicaServes(Server server, Replica replica) {
    if (!replica.alive) {
      return 0;
    }
    double served = 1 - replica.shed;
    if (replica.machine.diskIsFull()) {
      served *= server.database ? 0.3 : 0.6;
    }
    return replica.machine.clockIsOff() && !server.database ? served * (1 - TOKEN_REFUSED) : served;
  }

  private static void move(Channel channel) {
    Server reader = channel.reader;
    double stored = channel.machine.diskIsFull() ? 0.4 : 1;
    channel.depth += channel.published * stored * STEP;
    double base = reader.cpuSeconds;
    double pace = Math.min(1, 8 * base / Math.max(base, reader.latency));
    double most = channel.readerRate * channel.readerHealth * pace * channel.throttle;
    double tried = Math.min(channel.depth / STEP, most);
    channel.taken = tried * (1 - reader.errors);
    channel.depth -= channel.taken * STEP;
    reader.arrivingNext += tried;
  }
}
