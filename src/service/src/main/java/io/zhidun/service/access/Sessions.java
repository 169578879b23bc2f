package io.zhidun.service.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.stereotype.Component;

/** Opens and ends sessions. */
@Component
class Sessions {
  private final SecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
  private final CookieCsrfTokenRepository csrf;

  Sessions(CookieCsrfTokenRepository csrf) {
    this.csrf = csrf;
  }

  /** Ties a session to the account, under a new id and with a new CSRF token. */
  void open(Account account, HttpServletRequest request, HttpServletResponse response) {
    // An id or token that somebody planted before must not become a signed-in one.
    if (request.getSession(false) != null) {
      request.changeSessionId();
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new SignedIn(account));
    SecurityContextHolder.setContext(context);
    contexts.saveContext(context, request, response);
    csrf.saveToken(csrf.generateToken(request), request, response);
  }

  void close(HttpServletRequest request) {
    SecurityContextHolder.clearContext();
    HttpSession session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
  }

  SecurityContextRepository contexts() {
    return contexts;
  }
}
