package io.zhidun.testkit.outage;

import java.util.ArrayList;
import java.util.List;

/** A service or a database: replicas behind a balancer, and what it uses while it serves. */
final class Server {
  final String id;
  final boolean database;
  final double cpuSeconds;
  final List<Replica> replicas = new ArrayList<>();
  final List<Call> calls = new ArrayList<>();
  final List<Channel> publishes = new ArrayList<>();
  boolean certificateExpired;
  double slow = 1;

  /** Seconds that each request waits here without using a processor, as for a lock. */
  double locked;

  double ownErrors;

  /** Requests a second from outside the map. */
  double external;

  double arriving;
  double arrivingNext;
  double outbound;
  double latency;
  double errors;

  Server(String id, boolean database, double cpuSeconds) {
    this.id = id;
    this.database = database;
    this.cpuSeconds = cpuSeconds;
    latency = cpuSeconds;
  }
}
