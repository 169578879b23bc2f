package io.zhidun.simulator.fault;

import io.zhidun.events.Json;
import io.zhidun.simulator.estate.Component;
import io.zhidun.simulator.estate.Estate;
import io.zhidun.simulator.site.SiteMetrics;
import io.zhidun.simulator.web.Request;
import io.zhidun.simulator.web.Response;
import io.zhidun.simulator.web.WebServer;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The loopback endpoint of the estate: its metrics, and the faults, which can be made and mended
 * here. A page in a browser on this machine could send a form here; it cannot send JSON to another
 * origin without asking first, so only JSON makes a fault.
 */
public final class FaultDesk implements WebServer.Site {
  private static final String FAULTS = "/faults";

  private final FaultSchedule schedule;
  private final Estate estate;
  private final Clock clock;

  public FaultDesk(FaultSchedule schedule, Estate estate, Clock clock) {
    this.schedule = schedule;
    this.estate = estate;
    this.clock = clock;
  }

  /** The body of a request for a fault. */
  private record Wanted(@Nullable String fault, @Nullable String target, @Nullable String length) {}

  @Override
  public Response handle(Request request) {
    String path = request.path();
    return switch (request.method()) {
      case "GET" -> get(path);
      case "POST" -> path.equals(FAULTS) ? post(request) : missing();
      case "DELETE" -> path.startsWith(FAULTS + "/") ? delete(path) : missing();
      default -> Response.error(405, "GET, POST or DELETE");
    };
  }

  private Response get(String path) {
    return switch (path) {
      case "/health" -> Response.text("text/plain", "ok\n");
      case "/metrics" ->
          Response.text(
              "text/plain; version=0.0.4", SiteMetrics.text(estate.scrape(clock.instant())));
      case FAULTS -> Response.json(200, Map.of("faults", lasting()));
      default -> missing();
    };
  }

  private List<FaultTruth.Line> lasting() {
    Instant now = clock.instant();
    return schedule.all().stream()
        .filter(fault -> now.isBefore(fault.end()))
        .map(fault -> FaultTruth.Line.of(fault, null))
        .toList();
  }

  private Response post(Request request) {
    String type = request.header("content-type");
    if (type == null || !type.startsWith("application/json")) {
      return Response.error(415, "the content type must be application/json");
    }
    try {
      return made(Json.mapper().readValue(request.body(), Wanted.class));
    } catch (JacksonException e) {
      return Response.error(400, "the body must be {\"fault\":…,\"length\":\"PT5M\"}");
    } catch (DateTimeException | IllegalArgumentException e) {
      return Response.error(400, String.valueOf(e.getMessage()));
    }
  }

  private Response made(Wanted wanted) {
    if (wanted.fault() == null || wanted.length() == null) {
      throw new IllegalArgumentException("fault and length must be given");
    }
    FaultKind kind = FaultKind.named(wanted.fault());
    Component target =
        wanted.target() == null ? kind.targets().get(0) : Component.named(wanted.target());
    Duration length = Duration.parse(wanted.length());
    Fault fault = schedule.add(kind, target, clock.instant(), length);
    return Response.json(201, FaultTruth.Line.of(fault, null));
  }

  private Response delete(String path) {
    try {
      schedule.end(path.substring(FAULTS.length() + 1), clock.instant());
      return Response.json(200, Map.of("faults", lasting()));
    } catch (NoSuchElementException e) {
      return Response.error(404, String.valueOf(e.getMessage()));
    }
  }

  private static Response missing() {
    return Response.error(404, "not found");
  }
}
