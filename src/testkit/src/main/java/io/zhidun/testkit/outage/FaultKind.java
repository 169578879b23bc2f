package io.zhidun.testkit.outage;

/** What can be made to break. */
public enum FaultKind {
  SLOW_DATABASE,
  FULL_DISK,
  LEAK,
  DEAD_INSTANCE,
  BAD_DEPLOY,
  EXPIRED_CERTIFICATE,
  LOST_IPV6_ROUTE,
  THUNDERING_HERD,
  QUEUE_BACKLOG,
  CLOCK_DRIFT,
  ATTACK
}
