package io.zhidun.stream.detect;

import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import io.zhidun.events.EvidenceEvent;
import java.util.List;
import java.util.Map;

/** Lays a detection and the event that completed it before the judge. */
public final class Judging {
  private Judging() {}

  public static Decision decide(Knowledge knowledge, Detection detection) {
    List<EvidenceEvent> events = detection.events();
    Map<String, String> last = events.isEmpty() ? Map.of() : events.get(events.size() - 1).fields();
    return knowledge.judge().decide(detection, last, knowledge.assets(), knowledge.calendar());
  }
}
