package io.zhidun.service.web;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Turns every failure of a handler into a problem; what went wrong inside is logged, not sent. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  /** Types of the failures that Spring itself finds. */
  private static final Map<Integer, String> NAMES =
      Map.of(
          400, "bad-request",
          404, "not-found",
          405, "method-not-allowed",
          406, "not-acceptable",
          413, "body-too-large",
          415, "unsupported-media-type");

  @ExceptionHandler({
    DataAccessResourceFailureException.class,
    CannotCreateTransactionException.class
  })
  ProblemDetail databaseAway(Exception e) {
    log.warn("the database does not answer: {}", e.toString());
    return Problems.detail(
        HttpStatus.SERVICE_UNAVAILABLE, "database-away", "the database does not answer");
  }

  @ExceptionHandler(Exception.class)
  ProblemDetail unexpected(Exception e) {
    log.error("a request failed", e);
    return Problems.detail(
        HttpStatus.INTERNAL_SERVER_ERROR, "internal", "the request failed; the log says why");
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    BodyTooLargeException tooLarge = BodyTooLargeException.among(e);
    ProblemDetail body =
        tooLarge != null
            ? tooLarge.problem()
            : Problems.detail(
                HttpStatus.BAD_REQUEST, "unreadable-body", "the body is not the JSON expected");
    return handleExceptionInternal(e, body, headers, HttpStatus.valueOf(body.getStatus()), request);
  }

  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    if (body instanceof ProblemDetail problem && problem.getType() == null) {
      String name = NAMES.getOrDefault(status.value(), "bad-request");
      problem.setType(URI.create("urn:zhidun:problem:" + name));
    }
    return super.createResponseEntity(body, headers, status, request);
  }
}
