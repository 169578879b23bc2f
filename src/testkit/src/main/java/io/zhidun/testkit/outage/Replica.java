package io.zhidun.testkit.outage;

/** One process of a server: a pool of workers before a queue that sheds when it is full. */
final class Replica {
  private static final double SHED_AFTER = 20;

  final String id;
  final Machine machine;
  final double workers;
  boolean alive = true;
  boolean balanced = true;
  double slow = 1;
  double memory = 0.5;
  int restarts;
  double queue;
  double busy;
  double latency;
  double shed;

  Replica(String id, Machine machine, double workers) {
    this.id = id;
    this.machine = machine;
    this.workers = workers;
  }

  /**
   * Serves for a while.
   *
   * @param arriving requests a second
   * @param hold seconds that a request keeps a worker
   */
  void serve(double arriving, double hold, double seconds) {
    double rate = workers / hold;
    double backlog = queue + arriving * seconds;
    double served = Math.min(backlog, rate * seconds);
    double left = backlog - served;
    double room = rate * SHED_AFTER;
    shed = left > room && arriving > 0 ? Math.min(1, (left - room) / (arriving * seconds)) : 0;
    queue = Math.min(left, room);
    busy = Math.min(1, served / (rate * seconds));
    latency = hold + queue / rate;
  }
}
