package io.zhidun.service.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A request's body goes beyond the limit. */
final class BodyTooLargeException extends IOException {
  private static final long serialVersionUID = 1;

  BodyTooLargeException() {
    super("the body is longer than " + BodyLimitFilter.MAX_BYTES + " bytes");
  }

  static boolean causes(@Nullable Throwable e) {
    return e != null && (e instanceof BodyTooLargeException || causes(e.getCause()));
  }

  static ProblemDetail problem() {
    return Problems.detail(
        HttpStatus.CONTENT_TOO_LARGE,
        "body-too-large",
        "a body has at most " + BodyLimitFilter.MAX_BYTES + " bytes");
  }
}
