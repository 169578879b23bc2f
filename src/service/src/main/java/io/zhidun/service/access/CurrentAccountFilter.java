package io.zhidun.service.access;

import io.zhidun.service.web.ProblemWriter;
import io.zhidun.service.web.Problems;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Looks at the account behind a session with every request: a session ends when the account is gone
 * or its password was changed elsewhere, and reaches nothing while a first password must be
 * changed.
 */
class CurrentAccountFilter extends OncePerRequestFilter {
  private final AccountRepository accounts;
  private final Sessions sessions;
  private final ProblemWriter problems;

  CurrentAccountFilter(AccountRepository accounts, Sessions sessions, ProblemWriter problems) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    if (!(authentication instanceof SignedIn signedIn)) {
      chain.doFilter(request, response);
      return;
    }
    Optional<Account> account =
        accounts
            .find(signedIn.getName())
            .filter(known -> known.credentialVersion() == signedIn.credentialVersion());
    if (account.isEmpty()) {
      sessions.close(request);
    } else if (account.get().mustChangePassword() && !open(request)) {
      problems.write(
          request,
          response,
          Problems.detail(
              HttpStatus.FORBIDDEN,
              "password-change-required",
              "the first password must be changed before anything else"));
      return;
    }
    chain.doFilter(request, response);
  }

  /** What can be reached with a first password: the session, and what needs no account at all. */
  private static boolean open(HttpServletRequest request) {
    String path = request.getServletPath();
    return !path.startsWith("/api/")
        || path.equals("/api/v1/session")
        || path.startsWith("/api/v1/session/");
  }
}
