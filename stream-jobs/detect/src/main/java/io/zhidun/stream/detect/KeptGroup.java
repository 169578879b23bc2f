package io.zhidun.stream.detect;

import io.zhidun.rules.correlate.Correlator;
import io.zhidun.rules.correlate.GroupState;

/**
 * A group in keyed state: as it was stored, until somebody needs it. Reading it needs the rules,
 * and a checkpoint is restored before these are known; most groups of a restored state are never
 * asked for again before they expire.
 */
final class KeptGroup {
  /** Bytes as {@link GroupState#encode} writes them, or the state. */
  private final Object held;

  private KeptGroup(Object held) {
    this.held = held;
  }

  static KeptGroup stored(byte[] bytes) {
    return new KeptGroup(bytes);
  }

  static KeptGroup of(GroupState state) {
    return new KeptGroup(state);
  }

  /** The group under a rule set; see {@link GroupState#under}. */
  GroupState under(Correlator rules) {
    return held instanceof GroupState state
        ? state.under(rules)
        : GroupState.decode(rules, (byte[]) held);
  }

  /** Whether this holds the state itself, so that it need not be kept anew. */
  boolean holds(GroupState state) {
    return held == state;
  }

  byte[] encode() {
    return held instanceof GroupState state ? state.encode() : (byte[]) held;
  }
}
