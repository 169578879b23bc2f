package io.zhidun.testkit;

import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The cookies of one client with one server. */
final class Cookies {
  private final Map<String, String> values = new LinkedHashMap<>();

  /** Takes what an answer sets, and forgets what it takes back. */
  void take(HttpHeaders headers) {
    for (String line : headers.allValues("set-cookie")) {
      int equals = line.indexOf('=');
      int end = line.indexOf(';') < 0 ? line.length() : line.indexOf(';');
      if (equals < 1 || equals > end) {
        continue;
      }
      String name = line.substring(0, equals).strip();
      String value = line.substring(equals + 1, end).strip();
      if (value.isEmpty() || line.contains("Max-Age=0")) {
        values.remove(name);
      } else {
        values.put(name, value);
      }
    }
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name));
  }

  String header() {
    return values.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining("; "));
  }
}
