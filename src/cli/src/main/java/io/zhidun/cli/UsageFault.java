package io.zhidun.cli;

/** The command was used wrongly; the message says what was expected. */
final class UsageFault extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageFault(String message) {
    super(message, null, false, false);
  }
}
