package io.zhidun.standalone.supervisor;

/** Asks a part whether it does its work. It blocks for at most a few seconds and never throws. */
@FunctionalInterface
interface HealthCheck {
  boolean isHealthy();
}
