package io.zhidun.stream.detect;

import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import io.zhidun.events.EvidenceEvent;
import io.zhidun.rules.entity.Recent;
import io.zhidun.rules.sigma.Guidance;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays a detection, the event that completed it and its entity's history before the judge. */
final class Judging {
  private Judging() {}

  static Decision decide(
      Knowledge knowledge, @Nullable Guidance guidance, Detection detection, Recent recent) {
    List<EvidenceEvent> events = detection.events();
    Map<String, String> last = events.isEmpty() ? Map.of() : events.get(events.size() - 1).fields();
    return knowledge.judge().decide(detection, last, guidance, knowledge.facts(), recent);
  }
}
