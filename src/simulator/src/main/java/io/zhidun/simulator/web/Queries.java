package io.zhidun.simulator.web;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** Reads and writes query strings and cookies. */
public final class Queries {
  private Queries() {}

  /** Percent-encodes one value. */
  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  static String parameter(String target, String name, String otherwise) {
    int mark = target.indexOf('?');
    if (mark < 0) {
      return otherwise;
    }
    StringTokenizer pairs = new StringTokenizer(target.substring(mark + 1), "&");
    while (pairs.hasMoreTokens()) {
      String pair = pairs.nextToken();
      if (pair.startsWith(name + "=")) {
        return decode(pair.substring(name.length() + 1));
      }
    }
    return otherwise;
  }

  static @Nullable String cookie(String header, String name) {
    StringTokenizer pairs = new StringTokenizer(header, "; ");
    while (pairs.hasMoreTokens()) {
      String pair = pairs.nextToken();
      if (pair.startsWith(name + "=")) {
        return pair.substring(name.length() + 1);
      }
    }
    return null;
  }

  /** A broken escape is kept as it stands: a site must answer it, not fail. */
  private static String decode(String value) {
    try {
      return URLDecoder.decode(value, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
