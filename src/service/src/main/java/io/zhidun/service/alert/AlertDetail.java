package io.zhidun.service.alert;

import io.zhidun.events.Decision;
import io.zhidun.events.Explanation;
import io.zhidun.events.Json;
import io.zhidun.service.alert.DetectionRepository.Stored;
import io.zhidun.service.store.Micros;
import io.zhidun.service.web.Problems;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One alert with all that is known of it, as JSON: evidence is passed on as it was stored. */
@Component
class AlertDetail {
  private static final int DETECTIONS = 50;

  private final EpisodeRepository episodes;
  private final DetectionRepository detections;
  private final List<AlertCompanion> companions;
  private final TransactionOperations transaction;
  private final JsonMapper json;

  AlertDetail(
      EpisodeRepository episodes,
      DetectionRepository detections,
      List<AlertCompanion> companions,
      TransactionOperations transaction,
      JsonMapper json) {
    this.episodes = episodes;
    this.detections = detections;
    this.companions = List.copyOf(companions);
    this.transaction = transaction;
    this.json = json;
  }

  ObjectNode of(long id) {
    return transaction.execute(status -> read(id));
  }

  private ObjectNode read(long id) {
    Episode episode =
        episodes.find(id).stream()
            .findFirst()
            .orElseThrow(() -> Problems.notFound("no alert has the id " + id));
    ObjectNode node = json.valueToTree(AlertRow.of(episode));
    List<Stored> latest = detections.latest(episode.id, DETECTIONS);
    addEvidence(node, episode, latest);
    ArrayNode list = node.putArray("detections");
    for (Stored stored : latest) {
      list.addObject()
          .put("id", stored.id())
          .put("time", Micros.instant(stored.time()).toString())
          .put("count", stored.events());
    }
    node.set("trail", json.valueToTree(episodes.trail(episode.id)));
    Map<String, Set<String>> fields = episodes.fields(episode.id);
    companions.forEach(one -> node.set(one.name(), json.valueToTree(one.of(fields))));
    return node;
  }

  private void addEvidence(ObjectNode node, Episode episode, List<Stored> latest) {
    JsonNode draft =
        latest.isEmpty()
            ? withdrawn(episode)
            : Json.mapper().readTree(detections.body(latest.get(0).id()));
    JsonNode detection = draft.path("detection");
    JsonNode decision = draft.path("decision");
    node.put("runbook", decision.path("runbook").asString(""));
    node.set("decision", decision);
    node.set("explanation", detection.path("explanation"));
    node.set("tags", detection.path("tags"));
    node.set("events", detection.path("events"));
  }

  /** What remains to be said of an alert whose every detection was withdrawn. */
  private static JsonNode withdrawn(Episode episode) {
    Face face = episode.face;
    ObjectNode draft = Json.mapper().createObjectNode();
    draft.putPOJO(
        "decision",
        new Decision(
            false,
            episode.severity,
            face.category(),
            face.team(),
            "",
            face.asset(),
            face.system(),
            List.of()));
    ObjectNode detection = draft.putObject("detection");
    detection.putPOJO("explanation", new Explanation(face.summary(), List.of(), null));
    detection.putArray("tags");
    detection.putArray("events");
    return Json.mapper().readTree(Json.mapper().writeValueAsString(draft));
  }
}
