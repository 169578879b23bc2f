package io.zhidun.stream.detect;

import java.io.IOException;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ValueState;
import org.jspecify.annotations.Nullable;

/**
 * The groups in keyed state. The state itself is asked for those alone that may be there: of a
 * thousand matches, hardly one belongs to a group that outlived a checkpoint.
 *
 * <p>The name given to a method must be the current key.
 */
final class KeptGroups {
  private final ValueState<KeptGroup> state;
  private final KeptNames names = new KeptNames();

  /**
   * @param restored names of the groups that the state holds already
   */
  KeptGroups(ValueState<KeptGroup> state, Stream<String> restored) {
    this.state = state;
    restored.forEach(names::add);
  }

  @Nullable KeptGroup get(String name) throws IOException {
    return names.mayHold(name) ? state.value() : null;
  }

  /**
   * Keeps a group.
   *
   * @param before what {@link #get} gave
   */
  void put(String name, @Nullable KeptGroup before, KeptGroup group) throws IOException {
    state.update(group);
    if (before == null) {
      names.add(name);
    }
  }

  void remove(String name) throws IOException {
    if (get(name) != null) {
      state.clear();
      names.remove(name);
    }
  }
}
