package io.zhidun.events.metrics;

/** Bytes that are no record of samples, or one that breaks a limit. */
public final class MalformedSamplesException extends Exception {
  private static final long serialVersionUID = 1L;

  MalformedSamplesException(String message) {
    super(message);
  }
}
