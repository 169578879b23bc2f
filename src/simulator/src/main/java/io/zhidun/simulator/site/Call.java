package io.zhidun.simulator.site;

import io.zhidun.events.Json;
import io.zhidun.simulator.log.AuditRecord;
import io.zhidun.simulator.log.AuditRecord.Subject;
import io.zhidun.simulator.record.Library.Page;
import io.zhidun.simulator.web.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A request on its way through a system's handler, with what the handler asks about it. */
final class Call {
  static final String COOKIE = "IPSESSION";
  private static final int PAGE_SIZE = 20;

  private final Request request;
  private final Map<String, String> path;
  private final SiteContext site;
  private final LongSupplier nanos;
  private final long started;

  /**
   * @param path parameters found in the path
   * @param nanos measures how long it takes
   */
  Call(Request request, Map<String, String> path, SiteContext site, LongSupplier nanos) {
    this.request = request;
    this.path = path;
    this.site = site;
    this.nanos = nanos;
    this.started = nanos.getAsLong();
  }

  Request request() {
    return request;
  }

  String path(String name) {
    String value = path.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no parameter " + name);
    }
    return value;
  }

  Optional<Session> session() {
    String id = request.cookie(COOKIE);
    return id == null ? Optional.empty() : site.sessions().find(id);
  }

  /** The session, if its role is one of {@code admitted}; refuses with 401 or 403 otherwise. */
  Session signedIn(Role... admitted) {
    Session session = session().orElseThrow(() -> new Refusal(401, "sign in first"));
    if (!List.of(admitted).contains(session.role())) {
      throw new Refusal(403, "role " + session.role().id() + " may not do this");
    }
    return session;
  }

  /** A member of the JSON body as text; refuses with 400 when body or member is not as it must. */
  String member(String name) {
    JsonNode value = body().path(name);
    if (!value.isString() || value.stringValue().isEmpty()) {
      throw new Refusal(400, name + " must be a text");
    }
    return value.stringValue();
  }

  private JsonNode body() {
    try {
      return Json.mapper().readTree(request.body());
    } catch (JacksonException e) {
      throw new Refusal(400, "the body is not JSON");
    }
  }

  Page page() {
    String number = request.parameter("page", "0");
    if (!number.matches("\\d{1,4}")) {
      throw new Refusal(400, "page must be a number from 0 to 9999");
    }
    return new Page(Integer.parseInt(number), PAGE_SIZE);
  }

  void audit(String action, Session session, @Nullable Subject subject, int records) {
    String account = session.account();
    audit(action, "success", account, session.role(), session.id(), subject, records);
  }

  void audit(
      String action,
      String outcome,
      String account,
      @Nullable Role role,
      @Nullable String session,
      @Nullable Subject subject,
      @Nullable Integer records) {
    site.logs()
        .audit()
        .write(
            new AuditRecord(
                site.logs().audit().timestamp(),
                site.name().id(),
                site.name().host(),
                action,
                outcome,
                account,
                role == null ? null : role.id(),
                request.client(),
                session,
                subject,
                records,
                (nanos.getAsLong() - started) / 1_000_000));
    site.metrics().audited(action, outcome);
  }
}
