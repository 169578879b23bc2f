package io.zhidun.cause.fact;

import io.zhidun.cause.Texts;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * An alert or a change, at a time, on a node.
 *
 * @param id unique, such as an alert's number or a deployment's id
 * @param node id of the node of the map; may be one that the map does not know
 * @param at event time of its beginning
 * @param severity 1 (low) to 4 (critical); of changes 1
 * @param title what its source calls it
 */
public record Fact(String id, String node, Instant at, Signal signal, int severity, Texts title) {
  /** By time; equal times by id, so that the order never depends on arrival. */
  public static final Comparator<Fact> ORDER =
      Comparator.comparing(Fact::at).thenComparing(Fact::id);

  public static final int CRITICAL = 4;

  public Fact {
    if (id.isBlank() || node.isBlank()) {
      throw new IllegalArgumentException("a fact must have an id and a node");
    }
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(signal, "signal");
    Objects.requireNonNull(title, "title");
    if (severity < 1 || severity > CRITICAL) {
      throw new IllegalArgumentException("severity must be 1 to 4, was " + severity);
    }
  }

  /** A fact that is called as its signal. */
  public static Fact of(String id, String node, Instant at, Signal signal) {
    return new Fact(id, node, at, signal, signal.isSymptom() ? 3 : 1, signal.text());
  }
}
