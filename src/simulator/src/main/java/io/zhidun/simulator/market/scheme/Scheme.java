package io.zhidun.simulator.market.scheme;

/** A script: sets up all visits and changes of one instance. */
@FunctionalInterface
interface Scheme {
  void play(Play play);
}
