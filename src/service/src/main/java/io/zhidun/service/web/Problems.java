package io.zhidun.service.web;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** Failures as RFC 9457 problems. The type's last part is the name a program can rely on. */
public final class Problems {
  private static final String TYPES = "urn:zhidun:problem:";

  private Problems() {}

  /** One or more parameters break a rule; all are named at once. */
  public static ErrorResponseException invalid(List<Fault> faults) {
    String detail = String.join("; ", faults.stream().map(Fault::message).toList());
    ProblemDetail body = detail(HttpStatus.BAD_REQUEST, "invalid-parameter", detail);
    body.setProperty("errors", faults);
    return new ErrorResponseException(HttpStatus.BAD_REQUEST, body, null);
  }

  public static ErrorResponseException invalid(String name, String value, String rule) {
    return invalid(List.of(Fault.of(name, value, rule)));
  }

  public static ErrorResponseException notFound(String what) {
    return of(HttpStatus.NOT_FOUND, "not-found", what);
  }

  public static ErrorResponseException of(HttpStatus status, String name, String detail) {
    return of(status, name, detail, Map.of());
  }

  public static ErrorResponseException of(
      HttpStatus status, String name, String detail, Map<String, Object> properties) {
    ProblemDetail body = detail(status, name, detail);
    properties.forEach(body::setProperty);
    return new ErrorResponseException(status, body, null);
  }

  /** The body alone, for filters that answer before a handler is chosen. */
  public static ProblemDetail detail(HttpStatus status, String name, String detail) {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
    body.setType(URI.create(TYPES + name));
    return body;
  }
}
