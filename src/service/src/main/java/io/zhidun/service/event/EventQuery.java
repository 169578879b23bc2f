package io.zhidun.service.event;

import io.zhidun.service.web.Parameters;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which events a request is about.
 *
 * @param fields wanted values by field; values of one field are alternatives
 * @param text words that stand one after another in the raw line, the last one begun
 */
record EventQuery(
    Map<String, List<String>> fields,
    @Nullable String text,
    @Nullable Instant from,
    @Nullable Instant to) {
  private static final List<String> FIELDS =
      List.of(
          "source.ip",
          "user.name",
          "host.name",
          "event.action",
          "event.outcome",
          "event.dataset",
          "service.name");
  private static final int MAX_VALUE = 512;

  static EventQuery read(Parameters parameters) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String field : FIELDS) {
      List<String> values = parameters.texts(field, MAX_VALUE);
      if (!values.isEmpty()) {
        fields.put(field, values);
      }
    }
    for (String address : fields.getOrDefault("source.ip", List.of())) {
      if (!Addresses.isAddressOrNetwork(address)) {
        parameters.fault("source.ip", address, "must be an IPv4 or IPv6 address or network");
      }
    }
    return new EventQuery(
        fields, parameters.text("q", MAX_VALUE), parameters.time("from"), parameters.time("to"));
  }
}
