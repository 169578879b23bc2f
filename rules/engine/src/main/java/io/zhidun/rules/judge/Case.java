package io.zhidun.rules.judge;

import io.zhidun.events.Detection;
import io.zhidun.events.EvidenceEvent;
import io.zhidun.rules.entity.Entity;
import io.zhidun.rules.entity.Recent;
import io.zhidun.rules.sigma.Guidance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A detection under judgement: answers the questions of the judge's rules, and remembers which were
 * asked. Belongs to one decision.
 */
final class Case {
  private final Detection detection;
  private final Map<String, String> event;
  private final @Nullable Guidance guidance;
  private final DutyCalendar calendar;
  private final DutyCalendar.Moment moment;
  private final Recent recent;
  private final @Nullable EntityProfile profile;
  private final Map<Question, Object> asked = new LinkedHashMap<>();

  Case(
      Detection detection,
      Map<String, String> event,
      @Nullable Guidance guidance,
      SiteFacts site,
      Recent recent) {
    this.detection = detection;
    this.event = event;
    this.guidance = guidance;
    this.calendar = site.calendar();
    this.moment = calendar.at(detection.time());
    this.recent = recent;
    Entity entity = recent.entity();
    this.profile = entity == null ? null : site.profiles().of(entity, detection.time());
  }

  Detection detection() {
    return detection;
  }

  /** What was asked so far, with the answers, in order. */
  Map<Question, Object> asked() {
    return asked;
  }

  /** The answer to a question, which counts as asked. */
  <T> T ask(Question question, Class<T> type) {
    Object answer = answer(question);
    asked.putIfAbsent(question, answer);
    return type.cast(answer);
  }

  /** The answer to a question, without a trace. */
  Object answer(Question question) {
    return switch (question.topic()) {
      case RULE -> detection.rule().name();
      case RULE_ID -> detection.rule().id();
      case LEVEL -> detection.level();
      case TAGS -> detection.tags();
      case GROUP -> detection.group();
      case COUNT -> detection.count();
      case CATEGORY -> guidance == null ? "" : guidance.category();
      case RUNBOOK -> guidance == null ? "" : guidance.runbook();
      case TAGGED -> detection.tags().stream().anyMatch(tag -> tag.startsWith(question.argument()));
      case FIELD -> {
        String value = field(question.argument());
        yield value == null ? "" : value;
      }
      case DAY -> moment.day();
      case IN_HOURS -> moment.inHours();
      case LOCAL_TIME -> moment.local().toString();
      case AT_LEAST_RULES -> recent.rules().size() >= Integer.parseInt(question.argument());
      case ENTITY, ENTITY_VALUE -> entity(question.topic());
      case RULES, HELD_RULES, RULE_NAMES, DETECTIONS, HIGHEST, WITHIN, DAYS_KNOWN ->
          History.answer(question.topic(), recent, detection.time());
      case PROFILE, ROLE, DEPARTMENT, NETWORKS, NOTE, OUTSIDE_NETWORKS, OUTSIDE_HOURS ->
          profile == null ? Profile.unknown(question.topic()) : profile(question.topic(), profile);
    };
  }

  private String entity(Question.Topic topic) {
    Entity entity = recent.entity();
    if (entity == null) {
      return "";
    }
    return topic == Question.Topic.ENTITY ? entity.kind().field() : entity.value();
  }

  private Object profile(Question.Topic topic, EntityProfile known) {
    return switch (topic) {
      case ROLE -> known.role();
      case DEPARTMENT -> known.department();
      case NETWORKS -> known.networkText();
      case NOTE -> known.note();
      case OUTSIDE_NETWORKS -> {
        String address = field(Entity.Kind.ADDRESS.field());
        yield address != null && known.isOutside(address);
      }
      case OUTSIDE_HOURS -> !known.hours().cover(calendar, detection.time());
      default -> known.value();
    };
  }

  /** A field of the event, of the group, or of the newest evidence that has it. */
  @Nullable String field(String name) {
    String value = event.get(name);
    value = value == null ? detection.group().get(name) : value;
    List<EvidenceEvent> events = detection.events();
    for (int i = events.size() - 1; value == null && i >= 0; i--) {
      value = events.get(i).fields().get(name);
    }
    return value;
  }
}
