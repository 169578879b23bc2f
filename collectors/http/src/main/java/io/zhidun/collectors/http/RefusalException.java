package io.zhidun.collectors.http;

/** Ends a request with a problem; made for hostile traffic, so it takes no stack trace. */
final class RefusalException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Problem problem;
  private final String detail;

  RefusalException(Problem problem, String detail) {
    super(detail, null, false, false);
    this.problem = problem;
    this.detail = detail;
  }

  Problem problem() {
    return problem;
  }

  String detail() {
    return detail;
  }
}
