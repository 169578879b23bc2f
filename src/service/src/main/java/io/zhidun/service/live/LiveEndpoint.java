package io.zhidun.service.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The live stream (server-sent events). */
@RestController
class LiveEndpoint {
  private final LiveHub hub;

  LiveEndpoint(LiveHub hub) {
    this.hub = hub;
  }

  @GetMapping(
      path = {"/api/v1/live", "/api/v1/alerts/stream"},
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter stream(
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
      HttpServletRequest request,
      HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    // A proxy in front must not hold events back.
    response.setHeader("X-Accel-Buffering", "no");
    return hub.open(request.getSession(), seen(last));
  }

  /** An id that is none of ours counts as too old. */
  private static @Nullable Long seen(@Nullable String last) {
    if (last == null || last.isEmpty()) {
      return null;
    }
    return last.matches("\\d{1,18}") ? Long.parseLong(last) : -1L;
  }
}
