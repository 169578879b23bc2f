package io.zhidun.measure;

import io.zhidun.events.BilingualText;
import java.util.List;
import java.util.Objects;

/**
 * What a detector says about one moment of a series, with all that explains it.
 *
 * @param detector its kebab-case name
 * @param millis when, in event time
 * @param value of the sample that decided
 * @param score in [0,1]; alerts are at 0.5 and above
 * @param summary one sentence
 * @param parts reasons, the heaviest first
 * @param picture the window
 */
public record Finding(
    String detector,
    long millis,
    double value,
    double score,
    BilingualText summary,
    List<ScorePart> parts,
    Picture picture) {
  public Finding {
    Objects.requireNonNull(detector, "detector");
    Objects.requireNonNull(summary, "summary");
    Objects.requireNonNull(picture, "picture");
    if (!(score >= 0 && score <= 1)) {
      throw new IllegalArgumentException(detector + ": score " + score + " is not in [0,1]");
    }
    parts = List.copyOf(parts);
  }
}
