package io.zhidun.rules.judge;

import io.zhidun.events.Detection;
import io.zhidun.events.EvidenceEvent;
import io.zhidun.events.Severity;
import io.zhidun.rules.sigma.Guidance;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The detection under judgement, with what its rule says and its event holds. A fact. */
public final class Finding {
  private final Detection detection;
  private final Map<String, String> event;
  private final @Nullable Guidance guidance;

  Finding(Detection detection, Map<String, String> event, @Nullable Guidance guidance) {
    this.detection = detection;
    this.event = event;
    this.guidance = guidance;
  }

  /** Name of the rule that detected. */
  public String getRule() {
    return detection.rule().name();
  }

  public String getRuleId() {
    return detection.rule().id();
  }

  public Severity getLevel() {
    return detection.level();
  }

  public List<String> getTags() {
    return detection.tags();
  }

  public Map<String, String> getGroup() {
    return detection.group();
  }

  public long getCount() {
    return detection.count();
  }

  /** The category that the rule names, or empty. */
  public String getCategory() {
    return guidance == null ? "" : guidance.category();
  }

  /** The runbook that the rule names, or empty. */
  public String getRunbook() {
    return guidance == null ? "" : guidance.runbook();
  }

  /** Whether a tag begins so. */
  public boolean tagged(String prefix) {
    return detection.tags().stream().anyMatch(tag -> tag.startsWith(prefix));
  }

  /** A field of the event, of the group, or of the newest evidence that has it; else empty. */
  public String field(String name) {
    String value = fieldOrNull(name);
    return value == null ? "" : value;
  }

  @Nullable String fieldOrNull(String name) {
    String value = event.get(name);
    value = value == null ? detection.group().get(name) : value;
    List<EvidenceEvent> events = detection.events();
    for (int i = events.size() - 1; value == null && i >= 0; i--) {
      value = events.get(i).fields().get(name);
    }
    return value;
  }
}
