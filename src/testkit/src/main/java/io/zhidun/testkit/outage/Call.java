package io.zhidun.testkit.outage;

/** A service's synchronous use of another service or of a database. */
final class Call {
  final Server target;

  /** Uses per request of the caller. */
  double each;

  final double timeout;
  final int retries;

  /** Whether the caller fails when this fails. */
  final boolean critical;

  final boolean overIpv6;

  Call(Server target, double each, double timeout, int retries, boolean critical, boolean v6) {
    this.target = target;
    this.each = each;
    this.timeout = timeout;
    this.retries = retries;
    this.critical = critical;
    overIpv6 = v6;
  }

  /** Mean wait: answers are taken as exponentially distributed, cut at the timeout. */
  double wait(double latency) {
    return latency <= 0 ? 0 : latency * (1 - Math.exp(-timeout / latency));
  }

  /** Share of answers that come after the timeout. */
  double late(double latency) {
    return latency <= 0 ? 0 : Math.exp(-timeout / latency);
  }
}
