package io.zhidun.simulator.web;

/** Carries a request to a simulated system: over HTTP, or by a call in the same process. */
@FunctionalInterface
public interface Transport {
  /** The answer, or {@link Response#NONE} when there was none. */
  Response send(SystemName system, Request request);
}
