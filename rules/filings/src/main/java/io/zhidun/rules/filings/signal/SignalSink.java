package io.zhidun.rules.filings.signal;

/** Who takes the signals of a detector. */
@FunctionalInterface
public interface SignalSink {

  void accept(Signal signal);
}
