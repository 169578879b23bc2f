package io.zhidun.service.compliance;

import io.zhidun.service.web.Problems;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Why an act is refused although its words are right. */
final class Conflicts {
  private Conflicts() {}

  static ErrorResponseException samePerson(String detail) {
    return Problems.of(HttpStatus.CONFLICT, "same-person", detail);
  }

  static ErrorResponseException decided(String detail) {
    return Problems.of(HttpStatus.CONFLICT, "decided", detail);
  }
}
