package io.zhidun.stream.detect;

import io.zhidun.events.Detection;
import io.zhidun.events.EvidenceEvent;
import io.zhidun.rules.correlate.GroupState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The promises of one subtask, by group. Nearly always empty. A promise is kept when its detection
 * is made again. It is broken when all its events are there again and it is not made, or at the
 * latest when the watermark has passed it. Belongs to one thread.
 */
final class Promises {
  private final Map<String, Map<String, Open>> byGroup = new HashMap<>();

  /** A promise and the events that have not come again. */
  private record Open(Promise promise, Set<String> missing) {}

  /**
   * @param state of the promise's group, or null while there is none
   */
  void add(Promise promise, @Nullable GroupState state) {
    Set<String> missing = new HashSet<>();
    for (EvidenceEvent event : promise.detection().events()) {
      if (state == null || !state.holds(event.id())) {
        missing.add(event.id());
      }
    }
    byGroup
        .computeIfAbsent(promise.group(), group -> new HashMap<>())
        .put(promise.detection().id(), new Open(promise, missing));
  }

  boolean isEmpty() {
    return byGroup.isEmpty();
  }

  /** A detection was made again. */
  void kept(String group, Detection detection) {
    Map<String, Open> open = byGroup.get(group);
    if (open != null) {
      open.remove(detection.id());
      forgetEmpty(group, open);
    }
  }

  /** An event was counted; takes the promises that are broken with it. */
  List<Detection> brokenBy(String group, String eventId) {
    Map<String, Open> open = byGroup.get(group);
    if (open == null) {
      return List.of();
    }
    List<Detection> broken = new ArrayList<>();
    for (Open each : List.copyOf(open.values())) {
      if (each.missing.remove(eventId) && each.missing.isEmpty()) {
        broken.add(each.promise.detection());
        open.remove(each.promise.detection().id());
      }
    }
    forgetEmpty(group, open);
    return broken;
  }

  /** Takes what can no longer be made again: detections of the group that lie in settled time. */
  List<Detection> broken(String group, long watermarkMillis) {
    Map<String, Open> open = byGroup.get(group);
    if (open == null) {
      return List.of();
    }
    List<Detection> broken = new ArrayList<>();
    for (Open each : List.copyOf(open.values())) {
      Detection detection = each.promise.detection();
      if (dueMillis(detection) <= watermarkMillis) {
        broken.add(detection);
        open.remove(detection.id());
      }
    }
    forgetEmpty(group, open);
    return broken;
  }

  private void forgetEmpty(String group, Map<String, Open> open) {
    if (open.isEmpty()) {
      byGroup.remove(group);
    }
  }

  /** The watermark from which on a detection cannot be made any more. */
  static long dueMillis(Detection detection) {
    return detection.time().toEpochMilli() + 1;
  }

  List<Promise> all() {
    return byGroup.values().stream()
        .flatMap(open -> open.values().stream())
        .map(Open::promise)
        .toList();
  }
}
