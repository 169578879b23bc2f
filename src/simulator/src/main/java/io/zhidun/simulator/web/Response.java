package io.zhidun.simulator.web;

import io.zhidun.events.Json;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An HTTP response.
 *
 * @param status from 200 to 599, or 0 when no answer came
 * @param headers besides content type and length
 */
public record Response(int status, String contentType, byte[] body, Map<String, String> headers) {
  private static final String JSON = "application/json;charset=utf-8";

  /** What a client holds when nobody answered. */
  public static final Response NONE = new Response(0, "", new byte[0], Map.of());

  public Response {
    headers = Map.copyOf(headers);
  }

  public static Response json(int status, Object value) {
    return new Response(status, JSON, Json.mapper().writeValueAsBytes(value), Map.of());
  }

  public static Response error(int status, String message) {
    return json(status, Map.of("error", message));
  }

  public static Response text(String contentType, String text) {
    return new Response(200, contentType, text.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  public Response with(String header, String value) {
    return new Response(status, contentType, body, Map.of(header, value));
  }
}
