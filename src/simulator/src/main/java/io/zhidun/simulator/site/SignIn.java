package io.zhidun.simulator.site;

import io.zhidun.simulator.log.ApplicationLog;
import io.zhidun.simulator.web.Response;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signing in and out, the same for all systems. */
final class SignIn {
  private static final int LONGEST_NAME = 64;

  private final SiteContext site;
  private final ApplicationLog log;

  SignIn(SiteContext site) {
    this.site = site;
    this.log = site.logs().application();
  }

  Routes addTo(Routes routes) {
    return routes.post("/login", this::login).post("/logout", this::logout);
  }

  private Response login(Call call) {
    String account = call.member("account");
    String password = call.member("password");
    if (account.length() > LONGEST_NAME) {
      throw new Refusal(400, "account must have at most 64 characters");
    }
    Optional<Role> role = site.accounts().role(account);
    if (role.isEmpty() || !site.accounts().password(account).equals(password)) {
      return refused(call, account, role.orElse(null));
    }
    Session session = site.sessions().open(account, role.get());
    call.audit("login", session, null, 0);
    log.info("session", account + " signed in");
    return Response.json(200, Map.of("account", account, "role", role.get().id()))
        .with("Set-Cookie", Call.COOKIE + "=" + session.id() + "; HttpOnly; SameSite=Strict");
  }

  private Response refused(Call call, String account, @Nullable Role role) {
    call.audit("login", "failure", account, role, null, null, 0);
    log.warn("session", "sign-in refused for " + account);
    return Response.error(401, "account or password is wrong");
  }

  private Response logout(Call call) {
    Session session = call.session().orElseThrow(() -> new Refusal(401, "sign in first"));
    site.sessions().close(session.id());
    call.audit("logout", session, null, 0);
    log.info("session", session.account() + " signed out");
    return Response.json(200, Map.of("account", session.account()));
  }
}
