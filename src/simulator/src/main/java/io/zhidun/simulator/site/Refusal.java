package io.zhidun.simulator.site;

import io.zhidun.simulator.web.Response;

/** A request that a handler will not serve; carries the answer. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  Refusal(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  Response response() {
    return Response.error(status, String.valueOf(getMessage()));
  }
}
