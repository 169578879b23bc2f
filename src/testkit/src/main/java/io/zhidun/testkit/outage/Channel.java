package io.zhidun.testkit.outage;

/** A queue between a publisher and a reader, with a broker that may be throttled. */
final class Channel {
  final String id;
  final Machine machine;
  final Server reader;

  /** Most messages a second that the reader takes when it is well. */
  double readerRate;

  double perRequest;
  double throttle = 1;
  double readerHealth = 1;
  double depth;
  double published;
  double taken;

  Channel(String id, Machine machine, Server reader, double readerRate) {
    this.id = id;
    this.machine = machine;
    this.reader = reader;
    this.readerRate = readerRate;
  }
}
