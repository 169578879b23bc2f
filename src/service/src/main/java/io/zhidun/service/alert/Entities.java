package io.zhidun.service.alert;

import io.zhidun.events.Detection;
import io.zhidun.events.EvidenceEvent;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a detection is about: its group, and who and what its evidence names. */
final class Entities {
  /** Fields by which people look for alerts, whether or not a rule groups by them. */
  private static final List<String> FIELDS =
      List.of("source.ip", "user.name", "host.name", "destination.ip", "service.name");

  private Entities() {}

  static Set<Map.Entry<String, String>> of(Detection detection) {
    Set<Map.Entry<String, String>> found = new LinkedHashSet<>();
    detection.group().forEach((field, value) -> add(found, field, value));
    for (EvidenceEvent event : detection.events()) {
      for (String field : FIELDS) {
        String value = event.fields().get(field);
        if (value != null) {
          add(found, field, value);
        }
      }
    }
    return found;
  }

  private static void add(Set<Map.Entry<String, String>> found, String field, String value) {
    if (!value.isEmpty() && found.size() < Episode.MAX_FIELDS) {
      found.add(Face.field(field, value));
    }
  }
}
