package io.zhidun.collectors.http;

import java.util.Locale;

/** What can be wrong with a request, as RFC 9457 wants it told. */
enum Problem {
  BAD_REQUEST(400, "The request is malformed"),
  UNKNOWN_SOURCE(400, "The source is not known"),
  BAD_COMPRESSION(400, "The body is not what its encoding says"),
  NO_RECORD(400, "The body holds no record"),
  UNAUTHORIZED(401, "A bearer token is needed"),
  NOT_FOUND(404, "There is nothing at this path"),
  WRONG_METHOD(405, "Filings are posted"),
  TOO_SLOW(408, "The body did not come in time"),
  KEY_IN_USE(409, "A request with this idempotency key is at work"),
  TOO_LARGE(413, "The body or a record is too large"),
  UNSUPPORTED_TYPE(415, "The content type or encoding is not taken"),
  BUSY(429, "Too much is under way"),
  HEAD_TOO_LARGE(431, "The request's head is too large"),
  NOT_KEPT(503, "Neither Kafka nor the spool can keep more");

  private final int status;
  private final String title;
  private final String label = name().toLowerCase(Locale.ROOT);

  Problem(int status, String title) {
    this.status = status;
    this.title = title;
  }

  int status() {
    return status;
  }

  String title() {
    return title;
  }

  /** Name in figures. */
  String label() {
    return label;
  }

  /** The problem's type: relative, since installations have no common address. */
  String type() {
    return "/problems/" + label.replace('_', '-');
  }

  /** Whether the same request may succeed soon. */
  boolean passes() {
    return this == BUSY || this == NOT_KEPT || this == KEY_IN_USE;
  }
}
