package io.zhidun.collectors.metrics.text;

/** A text that is not of its form; the message names line and rule. */
public final class TextFault extends Exception {
  private static final long serialVersionUID = 1L;

  TextFault(String message) {
    super(message);
  }
}
