package io.zhidun.rules.compliance.assess;

import io.zhidun.rules.compliance.check.Check;
import io.zhidun.rules.compliance.check.Checks;
import io.zhidun.rules.compliance.check.Looked;
import io.zhidun.rules.compliance.judge.Look;
import io.zhidun.rules.compliance.record.Evidence;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The evidence of one assessment: of each check and object the latest look, and all by id. */
final class EvidenceShelf {
  private final Checks checks;
  private final String system;
  private final Instant from;
  private final Instant now;
  private final Map<String, Map<String, Evidence>> latest = new HashMap<>();
  private final Map<String, Evidence> byId = new HashMap<>();
  private int altered;

  EvidenceShelf(AssessmentInput input, Checks checks) {
    this.checks = checks;
    system = input.system().id();
    from = input.from();
    now = input.madeAt();
    input.evidence().forEach(this::put);
  }

  private void put(Evidence evidence) {
    if (!evidence.system().equals(system) || evidence.collectedAt().isAfter(now)) {
      return;
    }
    if (!Looked.isWhole(evidence)) {
      altered++;
      return;
    }
    byId.put(evidence.id(), evidence);
    latest
        .computeIfAbsent(evidence.object(), object -> new HashMap<>())
        .merge(evidence.check(), evidence, EvidenceShelf::later);
  }

  private static Evidence later(Evidence a, Evidence b) {
    int order = a.collectedAt().compareTo(b.collectedAt());
    return order > 0 || order == 0 && a.id().compareTo(b.id()) >= 0 ? a : b;
  }

  /** Evidence that somebody changed after it was made; it is not used. */
  int altered() {
    return altered;
  }

  @Nullable Evidence byId(String id) {
    return byId.get(id);
  }

  /** Fresh by its own word, by its check's, and of the time that is assessed. */
  boolean isFresh(Evidence evidence) {
    Instant limit =
        checks
            .find(evidence.check())
            .map(check -> evidence.collectedAt().plus(check.fresh()))
            .orElse(Instant.MAX);
    boolean ofTheTime =
        checks.find(evidence.check()).isEmpty() || !evidence.collectedAt().isBefore(from);
    return evidence.isFresh(now) && now.isBefore(limit) && ofTheTime;
  }

  /** The latest look of the check at the object, or at the system where that stands for it. */
  Look look(Check check, String object) {
    Evidence own = latest.getOrDefault(object, Map.of()).get(check.code());
    Evidence found =
        own == null && check.wholeSystem()
            ? latest.getOrDefault(system, Map.of()).get(check.code())
            : own;
    if (found == null) {
      return new Look(check.code(), object, Look.State.ABSENT, "", Map.of());
    }
    boolean fresh = isFresh(found);
    return new Look(
        check.code(),
        object,
        fresh ? Look.State.FRESH : Look.State.STALE,
        found.id(),
        fresh ? found.values() : Map.of());
  }
}
