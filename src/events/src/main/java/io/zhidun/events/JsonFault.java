package io.zhidun.events;

/** Bytes that are no JSON within the limits; the message names what was expected and where. */
public final class JsonFault extends Exception {
  private static final long serialVersionUID = 1L;

  public JsonFault(String message) {
    // Bad input is an everyday case: a stack trace would cost more than the parse.
    super(message, null, false, false);
  }
}
