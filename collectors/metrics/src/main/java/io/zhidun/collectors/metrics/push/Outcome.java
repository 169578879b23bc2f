package io.zhidun.collectors.metrics.push;

import java.util.Locale;

/** What became of a request, and the status that says so. */
enum Outcome {
  /** Everything in it is safe. */
  ACCEPTED(204),
  /** Taken except samples that can never be; sending again is of no use. */
  INVALID_SAMPLES(400),
  /** No request of the protocol. */
  BAD_REQUEST(400),
  UNAUTHORIZED(401),
  NOT_FOUND(404),
  WRONG_METHOD(405),
  /** The body took too long. */
  TIMEOUT(408),
  TOO_LARGE(413),
  UNSUPPORTED(415),
  /** Taken except series above the source's bound. */
  SERIES_CAP(429),
  /** Too many connections. */
  CONNECTION_LIMIT(429),
  /** No memory for more bodies now; a 5xx, since senders give up at 429 unless told otherwise. */
  BUSY(503),
  /** Neither Kafka nor the spool took it in time. */
  NOT_KEPT(503),
  DISCONNECTED(0);

  private final int status;
  private final String label = name().toLowerCase(Locale.ROOT);

  Outcome(int status) {
    this.status = status;
  }

  int status() {
    return status;
  }

  String label() {
    return label;
  }

  /** Whether the same request may succeed in a moment. */
  boolean passes() {
    return status == 429 || status == 503;
  }
}
