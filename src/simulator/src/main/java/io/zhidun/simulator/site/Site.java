package io.zhidun.simulator.site;

import io.zhidun.simulator.estate.Operation;
import io.zhidun.simulator.web.Request;
import io.zhidun.simulator.web.Response;
import io.zhidun.simulator.web.WebServer;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/** One simulated system: answers, logs and counts every request. Thread-safe. */
public final class Site implements WebServer.Site {
  private static final String NO_ROUTE = "none";

  /** What a web server denies before any handler: folders and dot files of an installation. */
  private static final Set<String> DENIED = Set.of("internal", "server-status", "WEB-INF");

  private final SiteContext context;
  private final Routes routes;
  private final LongSupplier nanos;

  /**
   * @param nanos measures durations, as {@link System#nanoTime}
   */
  Site(SiteContext context, Routes routes, LongSupplier nanos) {
    this.context = context;
    this.routes = routes;
    this.nanos = nanos;
  }

  @Override
  public Response handle(Request request) {
    if (request.path().equals("/health")) {
      return Response.text("text/plain", "ok\n");
    }
    if (request.path().equals("/metrics")) {
      return Response.text("text/plain; version=0.0.4", context.metrics().scrape());
    }
    return served(request);
  }

  /** Health and metrics are asked for by machines each second; no system logs them. */
  private Response served(Request request) {
    long started = nanos.getAsLong();
    Optional<Routes.Found> found = routes.find(request.method(), request.path());
    Response response = guarded(request, found);
    double seconds = (nanos.getAsLong() - started) / 1e9;
    context.logs().access().write(request, response);
    String route = found.map(f -> f.route().pattern()).orElse(NO_ROUTE);
    String method = found.isPresent() ? request.method() : "other";
    context.metrics().answered(route, method, response.status(), seconds);
    return response;
  }

  private Response guarded(Request request, Optional<Routes.Found> found) {
    try {
      return routed(request, found);
    } catch (Refusal e) {
      return e.response();
    } catch (RuntimeException e) {
      context.logs().application().error("http", request.path() + ": " + e);
      return Response.error(500, "internal error");
    }
  }

  private Response routed(Request request, Optional<Routes.Found> found) {
    if (request.target().length() > Request.MAX_TARGET) {
      throw new Refusal(414, "the address is too long");
    }
    if (request.body().length > Request.MAX_BODY) {
      throw new Refusal(413, "the body is too large");
    }
    if (isDenied(request.path())) {
      throw new Refusal(403, "forbidden");
    }
    if (found.isEmpty()) {
      throw new Refusal(404, "not found");
    }
    Routes.Route route = found.get().route();
    Call call = new Call(request, found.get().path(), context, nanos);
    askBackend(route, request);
    return route.handler().handle(call);
  }

  private void askBackend(Routes.Route route, Request request) {
    Operation.of(context.name(), route.method(), route.pattern())
        .flatMap(operation -> context.backend().ask(operation, request.parameter("q", "")))
        .ifPresent(
            failure -> {
              context.logs().application().error("backend", failure.message());
              throw new Refusal(failure.status(), "temporarily unavailable");
            });
  }

  private static boolean isDenied(String path) {
    for (String segment : path.split("/", -1)) {
      if (segment.startsWith(".") || DENIED.contains(segment)) {
        return true;
      }
    }
    return false;
  }
}
