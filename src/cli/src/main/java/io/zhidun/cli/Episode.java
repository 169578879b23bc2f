package io.zhidun.cli;

import io.zhidun.events.AlertDraft;
import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import io.zhidun.events.Explanation;
import io.zhidun.events.RuleReference;
import io.zhidun.events.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An alert's episode: detections of one fingerprint, none further from the one before than the
 * rule's recovery time.
 */
record Episode(
    String fingerprint,
    RuleReference rule,
    Severity severity,
    Map<String, String> group,
    String system,
    long count,
    Instant firstSeen,
    Instant lastSeen,
    List<String> detections,
    Decision decision,
    Explanation explanation) {

  /** Splits the drafts of one fingerprint, in order of time, where it was quiet long enough. */
  static List<Episode> split(List<AlertDraft> drafts) {
    List<Episode> episodes = new ArrayList<>();
    List<AlertDraft> open = new ArrayList<>();
    for (AlertDraft draft : drafts) {
      if (!open.isEmpty() && isQuietBefore(open.get(open.size() - 1), draft)) {
        episodes.add(of(open));
        open.clear();
      }
      open.add(draft);
    }
    if (!open.isEmpty()) {
      episodes.add(of(open));
    }
    return episodes;
  }

  private static boolean isQuietBefore(AlertDraft last, AlertDraft next) {
    Instant recovered = last.detection().time().plus(last.detection().recovery());
    return next.detection().time().isAfter(recovered);
  }

  private static Episode of(List<AlertDraft> drafts) {
    AlertDraft last = drafts.get(drafts.size() - 1);
    Detection detection = last.detection();
    Severity highest =
        drafts.stream()
            .map(draft -> draft.decision().severity())
            .max(Severity::compareTo)
            .orElse(detection.level());
    return new Episode(
        last.fingerprint(),
        detection.rule(),
        highest,
        detection.group(),
        last.decision().system(),
        drafts.size(),
        drafts.get(0).detection().time(),
        detection.time(),
        drafts.stream().map(draft -> draft.detection().id()).toList(),
        last.decision(),
        detection.explanation());
  }
}
