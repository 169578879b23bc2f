package io.zhidun.collectors.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.zhidun.events.Json;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An answer as a client reads it. */
record Reply(int status, Map<String, String> headers, String body) {
  static Reply read(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    String first = line(in);
    if (first.isEmpty()) {
      return new Reply(0, Map.of(), "");
    }
    Map<String, String> headers = new HashMap<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    return new Reply(
        Integer.parseInt(first.split(" ", 3)[1]),
        headers,
        new String(in.readNBytes(length), UTF_8));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }

  private JsonNode json() {
    return Json.mapper().readTree(body);
  }

  long count(String member) {
    return json().get(member).longValue();
  }

  String text(String member) {
    return json().get(member).stringValue();
  }
}
