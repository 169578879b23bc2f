package io.zhidun.simulator.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP request as a site sees it.
 *
 * @param method such as {@code GET}
 * @param target path and query as received, not decoded
 * @param client the client's address, already taken from a trusted forwarder
 * @param headers by lower-case name
 * @param body at most {@link #MAX_BODY} bytes
 */
public record Request(
    String method, String target, String client, Map<String, String> headers, byte[] body) {
  /** Most bytes of a body that a site reads. */
  public static final int MAX_BODY = 64 << 10;

  /** Longest target that a site answers; nginx's default line buffer. */
  public static final int MAX_TARGET = 8 << 10;

  public Request {
    headers = Map.copyOf(headers);
  }

  public @Nullable String header(String name) {
    return headers.get(name);
  }

  /** The part of the target before the query, not decoded. */
  public String path() {
    int mark = target.indexOf('?');
    return mark < 0 ? target : target.substring(0, mark);
  }

  /** A query parameter, decoded, or {@code otherwise}. */
  public String parameter(String name, String otherwise) {
    return Queries.parameter(target, name, otherwise);
  }

  /** A cookie's value, or null. */
  public @Nullable String cookie(String name) {
    return Queries.cookie(headers.getOrDefault("cookie", ""), name);
  }
}
