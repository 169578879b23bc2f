package io.zhidun.testkit.outage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A seeded map of thirty services in four layers: entries that carry capabilities, layers that call
 * downwards (and twice upwards), six shared databases, three queues, sixteen hosts, three zones.
 * Workers and cores are laid out for the traffic that flows, at 25 to 60 % of use.
 */
final class Estate {
  static final List<String[]> CAPABILITIES =
      List.of(
          new String[] {"submit", "提交申请", "submit a filing"},
          new String[] {"search", "检索公告", "search publications"},
          new String[] {"pay", "缴纳费用", "pay a fee"},
          new String[] {"status", "查询审查进度", "look up a filing's status"});
  private static final int[] LAYERS = {4, 9, 10, 7};
  private static final int ROUNDS = 40;

  final Plant plant = new Plant();
  final List<MapNode> nodes = new ArrayList<>();
  final List<MapEdge> edges = new ArrayList<>();
  private final SplittableRandom random;
  private final List<List<Server>> layers = new ArrayList<>();

  Estate(SplittableRandom random) {
    this.random = random;
    machines();
    services();
    databases();
    callsDown();
    callsUp();
    queues();
    layOut();
    describe();
  }

  private void machines() {
    for (int i = 0; i < 3; i++) {
      plant.zones.add(new Machine.Zone("zone/" + (char) ('a' + i)));
    }
    for (int i = 0; i < 16; i++) {
      Machine machine = new Machine("host/h" + (i + 1), plant.zones.get(i % 3), 0);
      boolean wrongClock = random.nextInt(10) == 0;
      machine.skew = wrongClock ? between(-45, 45) : between(-1.5, 1.5);
      machine.disk = between(0.3, 0.75);
      plant.machines.add(machine);
    }
  }

  private void services() {
    int number = 0;
    for (int layer = 0; layer < LAYERS.length; layer++) {
      List<Server> row = new ArrayList<>();
      for (int i = 0; i < LAYERS[layer]; i++) {
        Server server = new Server("service/s" + ++number, false, between(0.004, 0.02));
        replicas(server, 1 + random.nextInt(3), 0, 12);
        server.external = layer == 0 ? between(40, 120) : 0;
        row.add(server);
        plant.services.add(server);
      }
      layers.add(row);
    }
  }

  /** Databases stand on the last six hosts, which services may share with them. */
  private void databases() {
    for (int i = 0; i < 6; i++) {
      Server database = new Server("database/d" + (i + 1), true, between(0.002, 0.008));
      database.replicas.add(new Replica(database.id, plant.machines.get(10 + i), 0));
      plant.databases.add(database);
    }
    for (int layer = 1; layer < LAYERS.length; layer++) {
      for (Server server : layers.get(layer)) {
        if (random.nextInt(10) < (layer == 3 ? 9 : 5)) {
          Server database = plant.databases.get(random.nextInt(6));
          server.calls.add(new Call(database, between(1, 3), between(2, 5), 0, true, coin(0.5)));
        }
      }
    }
  }

  private void replicas(Server server, int count, int firstHost, int hosts) {
    int start = random.nextInt(hosts);
    for (int i = 0; i < count; i++) {
      Machine machine = plant.machines.get(firstHost + (start + i * 5) % hosts);
      server.replicas.add(
          new Replica(server.id.replace("service", "instance") + "-" + (i + 1), machine, 0));
    }
  }

  private void callsDown() {
    for (int layer = 0; layer + 1 < LAYERS.length; layer++) {
      for (Server server : layers.get(layer)) {
        int calls = 1 + random.nextInt(3);
        for (int i = 0; i < calls; i++) {
          int below = layer + 2 < LAYERS.length && coin(0.15) ? layer + 2 : layer + 1;
          call(server, pick(layers.get(below)), between(0.3, 1.2), coin(0.75));
        }
      }
    }
    for (int layer = 1; layer < LAYERS.length; layer++) {
      for (Server orphan : layers.get(layer)) {
        boolean called =
            plant.services.stream()
                .anyMatch(s -> s.calls.stream().anyMatch(call -> call.target == orphan));
        if (!called) {
          call(pick(layers.get(layer - 1)), orphan, between(0.3, 1.2), coin(0.75));
        }
      }
    }
  }

  private void callsUp() {
    for (int i = 0; i < 2; i++) {
      call(pick(layers.get(2 + i)), pick(layers.get(1)), 0.05, false);
    }
  }

  private void call(Server from, Server to, double each, boolean critical) {
    if (from != to && from.calls.stream().noneMatch(call -> call.target == to)) {
      double timeout = random.nextInt(3) == 0 ? between(0.5, 1) : between(1.5, 4);
      int retries = Math.max(0, random.nextInt(6) - 3);
      from.calls.add(new Call(to, each, timeout, retries, critical, coin(0.5)));
    }
  }

  private void queues() {
    for (int i = 0; i < 3; i++) {
      Server publisher = layers.get(1).get(i * 3);
      Server reader = pick(layers.get(2));
      Machine machine = plant.machines.get(8 + i);
      Channel channel = new Channel("queue/q" + (i + 1), machine, reader, 0);
      channel.perRequest = between(0.3, 0.8);
      publisher.publishes.add(channel);
      plant.channels.add(channel);
    }
  }

  /** Flows of traffic decide how many workers and cores there are. */
  private void layOut() {
    Map<Server, Double> rate = new HashMap<>();
    Map<Server, Double> hold = new HashMap<>();
    for (int round = 0; round < ROUNDS; round++) {
      Map<Server, Double> next = new HashMap<>();
      plant.servers().forEach(server -> next.merge(server, server.external, Double::sum));
      for (Server server : plant.servers()) {
        double arriving = rate.getOrDefault(server, 0.0);
        double held = server.cpuSeconds;
        for (Call call : server.calls) {
          next.merge(call.target, arriving * call.each, Double::sum);
          held += call.each * hold.getOrDefault(call.target, 0.0);
        }
        server.publishes.forEach(c -> next.merge(c.reader, arriving * c.perRequest, Double::sum));
        hold.put(server, held);
      }
      rate.clear();
      rate.putAll(next);
    }
    size(rate, hold);
  }

  private void size(Map<Server, Double> rate, Map<Server, Double> hold) {
    Map<Machine, Double> demand = new HashMap<>();
    for (Server server : plant.servers()) {
      List<Replica> empty = List.copyOf(server.replicas);
      server.replicas.clear();
      double share = rate.getOrDefault(server, 0.0) / empty.size();
      for (Replica replica : empty) {
        double workers = Math.max(2, share * hold.getOrDefault(server, 0.0) / between(0.25, 0.6));
        server.replicas.add(new Replica(replica.id, replica.machine, workers));
        demand.merge(replica.machine, share * server.cpuSeconds, Double::sum);
      }
    }
    for (Channel channel : plant.channels) {
      double published = 0;
      for (Server server : plant.services) {
        if (server.publishes.contains(channel)) {
          published += rate.getOrDefault(server, 0.0) * channel.perRequest;
        }
      }
      channel.readerRate = published * between(1.3, 2);
    }
    for (Machine machine : plant.machines) {
      machine.cores = Math.max(0.5, demand.getOrDefault(machine, 0.0) / between(0.25, 0.6));
    }
  }

  private void describe() {
    plant.zones.forEach(zone -> node(zone.id, "ZONE"));
    for (Machine machine : plant.machines) {
      node(machine.id, "HOST");
      edges.add(new MapEdge(machine.id, machine.zone.id, "IN_ZONE"));
    }
    for (Server server : plant.servers()) {
      node(server.id, server.database ? "DATABASE" : "SERVICE");
      for (Replica replica : server.replicas) {
        if (!server.database) {
          node(replica.id, "INSTANCE");
          edges.add(new MapEdge(server.id, replica.id, "RUNS_ON"));
        }
        edges.add(new MapEdge(replica.id, replica.machine.id, "RUNS_ON"));
      }
      for (Call call : server.calls) {
        String kind = call.target.database ? "STORES_IN" : "CALLS";
        edges.add(new MapEdge(server.id, call.target.id, kind));
      }
      server.publishes.forEach(c -> edges.add(new MapEdge(server.id, c.id, "PUBLISHES_TO")));
    }
    for (Channel channel : plant.channels) {
      node(channel.id, "QUEUE");
      edges.add(new MapEdge(channel.id, channel.machine.id, "RUNS_ON"));
      edges.add(new MapEdge(channel.reader.id, channel.id, "READS_FROM"));
    }
    for (int i = 0; i < CAPABILITIES.size(); i++) {
      String[] names = CAPABILITIES.get(i);
      nodes.add(new MapNode("capability/" + names[0], "CAPABILITY", names[1], names[2]));
      edges.add(new MapEdge(layers.get(0).get(i).id, "capability/" + names[0], "SERVES"));
    }
  }

  private void node(String id, String kind) {
    nodes.add(new MapNode(id, kind, id, id));
  }

  private double between(double low, double high) {
    return low + (high - low) * random.nextDouble();
  }

  private boolean coin(double chance) {
    return random.nextDouble() < chance;
  }

  private Server pick(List<Server> servers) {
    return servers.get(random.nextInt(servers.size()));
  }
}
