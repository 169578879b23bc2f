package io.zhidun.service.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;

/** A request's body goes beyond the limit. */
final class BodyTooLargeException extends IOException {
  private static final long serialVersionUID = 1;

  private final int most;

  BodyTooLargeException(int most) {
    super("the body is longer than " + most + " bytes");
    this.most = most;
  }

  /** The one among a failure's causes, or null. */
  static @Nullable BodyTooLargeException among(@Nullable Throwable e) {
    if (e == null || e instanceof BodyTooLargeException) {
      return (BodyTooLargeException) e;
    }
    return among(e.getCause());
  }

  ProblemDetail problem() {
    return problem(most);
  }

  static ProblemDetail problem(int most) {
    return Problems.detail(
        HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "a body has at most " + most + " bytes");
  }
}
