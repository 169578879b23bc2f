package io.zhidun.measure.watch;

/** What a sample or a tick of the clock changed. */
public enum Transition {
  NONE,
  RAISED,
  CLEARED
}
