package io.zhidun.service.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers with a problem where the server itself refused a request. */
@Controller
class ErrorEndpoint implements ErrorController {
  private final ProblemWriter problems;

  ErrorEndpoint(ProblemWriter problems) {
    this.problems = problems;
  }

  @RequestMapping("/error")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status = code instanceof Integer known ? HttpStatus.resolve(known) : null;
    HttpStatus shown = status == null ? HttpStatus.NOT_FOUND : status;
    String name = shown.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    problems.write(request, response, Problems.detail(shown, name, shown.getReasonPhrase()));
  }
}
