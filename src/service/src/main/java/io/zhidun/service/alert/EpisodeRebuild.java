package io.zhidun.service.alert;

import io.zhidun.service.alert.DetectionRepository.Stored;
import io.zhidun.service.alert.TrailEntry.Action;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Works an alert out anew from its detections, after one was withdrawn or overwritten. Where the
 * rest no longer hangs together, the later parts become alerts of their own.
 */
@Component
class EpisodeRebuild {
  /** How many of an alert's newest detections are read again for the fields it is found by. */
  private static final int READ_AGAIN = 50;

  private final EpisodeRepository episodes;
  private final DetectionRepository detections;

  EpisodeRebuild(EpisodeRepository episodes, DetectionRepository detections) {
    this.episodes = episodes;
    this.detections = detections;
  }

  void rebuild(long alert, AlertCounter.Taken taken, long now) {
    Episode episode = episodes.find(alert).get(0);
    List<Stored> rest = detections.all(alert);
    if (rest.isEmpty()) {
      vanish(episode, taken, now);
      return;
    }
    boolean whole = episode.state == AlertState.CLOSED;
    List<List<Stored>> runs = whole ? List.of(rest) : runs(rest);
    episodes.forgetFields(alert);
    describe(episode, runs.get(0), now);
    List<Episode> split = new ArrayList<>();
    for (List<Stored> run : runs.subList(1, runs.size())) {
      split.add(split(episode, run, taken, now));
    }
    episodes.save(split, List.of(episode), taken);
    for (int i = 0; i < split.size(); i++) {
      detections.move(runs.get(i + 1).stream().map(Stored::id).toList(), split.get(i).id);
    }
  }

  /** No detection is left: the alert goes, unless somebody has worked on it. */
  private void vanish(Episode episode, AlertCounter.Taken taken, long now) {
    if (!episodes.touched(episode.id)) {
      episodes.delete(episode.id);
      taken.removed();
      return;
    }
    episode.detections = 0;
    String why = "every detection was withdrawn: an earlier event arrived late";
    if (episode.state == AlertState.CLOSED) {
      episode.note(now, TrailEntry.SYSTEM, Action.NOTED, why);
    } else {
      episode.close(TrailEntry.SYSTEM, why, now);
    }
    episodes.save(List.of(), List.of(episode), taken);
  }

  private Episode split(Episode from, List<Stored> run, AlertCounter.Taken taken, long now) {
    Episode part = new Episode(taken.nextNumber(), from.fingerprint, now, from.face, from.severity);
    part.state = from.state;
    part.acknowledgedBy = from.acknowledgedBy;
    part.quietAt = from.quietAt;
    part.note(now, TrailEntry.SYSTEM, Action.OPENED, "split from " + AlertRow.number(from.id));
    describe(part, run, now);
    return part;
  }

  private void describe(Episode episode, List<Stored> run, long now) {
    Stored last = run.get(run.size() - 1);
    episode.face = Face.of(Draft.read(detections.body(last.id())).content());
    episode.severity = last.severity();
    run.forEach(stored -> episode.raise(stored.severity()));
    episode.detections = run.size();
    episode.firstSeen = run.get(0).time();
    episode.lastSeen = last.time();
    episode.recovery = last.recovery();
    episode.updatedAt = now;
    run.subList(Math.max(0, run.size() - READ_AGAIN), run.size())
        .forEach(
            stored ->
                episode.newFields.addAll(
                    Entities.of(Draft.read(detections.body(stored.id())).detection())));
  }

  /** Runs of detections whose neighbours are no further apart than the earlier one's recovery. */
  static List<List<Stored>> runs(List<Stored> ordered) {
    List<List<Stored>> runs = new ArrayList<>();
    List<Stored> run = new ArrayList<>();
    for (Stored stored : ordered) {
      if (!run.isEmpty()) {
        Stored before = run.get(run.size() - 1);
        if (stored.time() - before.time() > before.recovery()) {
          runs.add(run);
          run = new ArrayList<>();
        }
      }
      run.add(stored);
    }
    runs.add(run);
    return runs;
  }
}
