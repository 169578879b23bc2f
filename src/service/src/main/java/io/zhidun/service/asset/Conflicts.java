package io.zhidun.service.asset;

import io.zhidun.service.web.Problems;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** Why a change is refused although its words are right. */
final class Conflicts {
  private Conflicts() {}

  static ErrorResponseException changedMeanwhile(String what, long version) {
    return Problems.of(
        HttpStatus.CONFLICT,
        "changed-meanwhile",
        what + " was changed meanwhile; look at it again",
        Map.of("version", version));
  }

  static ErrorResponseException inUse(String detail) {
    return Problems.of(HttpStatus.CONFLICT, "in-use", detail);
  }
}
