package io.zhidun.service.alert;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of a batch of drafts.
 *
 * @param added detections that were new
 * @param overwritten detections stored again with another content
 * @param duplicates drafts that said what was stored already
 * @param withdrawn detections taken back
 * @param received receive times of the events that completed the new detections, in microseconds
 */
public record Accepted(
    int added, int overwritten, int duplicates, int withdrawn, List<Long> received) {
  public Accepted {
    received = List.copyOf(received);
  }

  Accepted plus(Accepted other) {
    List<Long> all = new ArrayList<>(received);
    all.addAll(other.received);
    return new Accepted(
        added + other.added,
        overwritten + other.overwritten,
        duplicates + other.duplicates,
        withdrawn + other.withdrawn,
        all);
  }

  static Accepted none() {
    return new Accepted(0, 0, 0, 0, List.of());
  }
}
