package io.zhidun.events;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes detections, decisions and alert drafts as {@link Json} would, member by member into one
 * buffer: a detection with its evidence is ten events long and may be made a thousand times a
 * second. Belongs to one thread.
 */
public final class DetectionWriter {
  private static final byte[] FINGERPRINT = "{\"fingerprint\":".getBytes(StandardCharsets.US_ASCII);

  private final JsonBuffer out = new JsonBuffer();
  private final JsonBuffer draft = new JsonBuffer();

  /** Writes a detection and what the judge made of it, for the two records that carry them. */
  public DetectionWriter write(Detection detection, Decision decision) {
    out.clear();
    open("detection");
    detection(detection);
    next("decision");
    decision(decision);
    out.raw('}');
    return this;
  }

  /** What was written last, as the value of the detections topic. */
  public byte[] judged() {
    return out.toByteArray();
  }

  /** What was written last, as an {@link AlertDraft}. */
  public byte[] draft(String fingerprint) {
    draft.clear();
    draft.raw(FINGERPRINT);
    byte[] text = fingerprint.getBytes(StandardCharsets.UTF_8);
    draft.text(text, 0, text.length);
    draft.raw(',');
    // The members of what was written, without the brace that opens it.
    draft.raw(out.array(), 1, out.length());
    return draft.toByteArray();
  }

  private void detection(Detection detection) {
    open("id", detection.id());
    next("time", detection.time().toString());
    next("rule");
    rule(detection.rule());
    next("level", detection.level().label());
    next("group");
    map(detection.group());
    next("count", detection.count());
    next("events");
    out.raw('[');
    List<EvidenceEvent> events = detection.events();
    for (int i = 0; i < events.size(); i++) {
      separate(i);
      evidence(events.get(i));
    }
    out.raw(']');
    next("tags");
    texts(detection.tags());
    next("recovery", detection.recovery().toString());
    next("receivedMicros", detection.receivedMicros());
    next("withdrawn", detection.withdrawn());
    next("explanation");
    explanation(detection.explanation());
    out.raw('}');
  }

  private void rule(RuleReference rule) {
    open("id", rule.id());
    next("name", rule.name());
    next("version", rule.version());
    next("title");
    bilingual(rule.title());
    out.raw('}');
  }

  private void evidence(EvidenceEvent event) {
    open("id", event.id());
    next("time", event.time().toString());
    next("rule", event.rule());
    next("original", event.original());
    next("fields");
    map(event.fields());
    out.raw('}');
  }

  private void explanation(Explanation explanation) {
    open("summary");
    bilingual(explanation.summary());
    next("conditions");
    out.raw('[');
    List<Explanation.Condition> conditions = explanation.conditions();
    for (int i = 0; i < conditions.size(); i++) {
      separate(i);
      condition(conditions.get(i));
    }
    out.raw(']');
    Explanation.@Nullable Window window = explanation.window();
    if (window != null) {
      next("window");
      window(window);
    }
    out.raw('}');
  }

  private void condition(Explanation.Condition condition) {
    open("rule", condition.rule());
    next("selection", condition.selection());
    next("field", condition.field());
    next("operator", condition.operator());
    next("expected", condition.expected());
    next("actual", condition.actual());
    next("negated", condition.negated());
    out.raw('}');
  }

  private void window(Explanation.Window window) {
    open("type", window.type());
    next("from", window.from().toString());
    next("to", window.to().toString());
    next("timespan", window.timespan().toString());
    next("threshold", window.threshold());
    next("value", window.value());
    out.raw('}');
  }

  private void decision(Decision decision) {
    open("raise");
    literal(Boolean.toString(decision.raise()));
    next("severity", decision.severity().label());
    next("category", decision.category());
    next("team", decision.team());
    next("runbook", decision.runbook());
    next("asset", decision.asset());
    next("system", decision.system());
    next("reasons");
    out.raw('[');
    List<Decision.Reason> reasons = decision.reasons();
    for (int i = 0; i < reasons.size(); i++) {
      separate(i);
      open("rule", reasons.get(i).rule());
      next("text");
      bilingual(reasons.get(i).text());
      next("facts");
      map(reasons.get(i).facts());
      out.raw('}');
    }
    out.raw(']');
    out.raw('}');
  }

  private void bilingual(BilingualText text) {
    open("zh", text.zh());
    next("en", text.en());
    out.raw('}');
  }

  private void map(Map<String, String> map) {
    out.raw('{');
    int i = 0;
    for (Map.Entry<String, String> entry : map.entrySet()) {
      separate(i++);
      text(entry.getKey());
      out.raw(':');
      text(entry.getValue());
    }
    out.raw('}');
  }

  private void texts(List<String> texts) {
    out.raw('[');
    for (int i = 0; i < texts.size(); i++) {
      separate(i);
      text(texts.get(i));
    }
    out.raw(']');
  }

  private void separate(int index) {
    if (index > 0) {
      out.raw(',');
    }
  }

  private void open(String name) {
    out.raw('{');
    text(name);
    out.raw(':');
  }

  private void open(String name, String value) {
    open(name);
    text(value);
  }

  private void next(String name) {
    out.raw(',');
    text(name);
    out.raw(':');
  }

  private void next(String name, String value) {
    next(name);
    text(value);
  }

  private void next(String name, long value) {
    next(name);
    literal(Long.toString(value));
  }

  private void next(String name, boolean value) {
    next(name);
    literal(Boolean.toString(value));
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.text(bytes, 0, bytes.length);
  }

  private void literal(String ascii) {
    out.raw(ascii.getBytes(StandardCharsets.US_ASCII));
  }
}
