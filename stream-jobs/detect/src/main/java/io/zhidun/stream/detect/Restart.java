package io.zhidun.stream.detect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.jspecify.annotations.Nullable;

/**
 * What a restart needs to find the detections that were told behind the checkpoint it goes back to,
 * and those that still have to be made again since an earlier one.
 */
final class Restart {
  /** Clocks of broker and process may differ so much. */
  private static final long MARGIN_MILLIS = 60_000;

  /** Run, checkpoint, time; of each subtask, and the same but for the time. */
  private static final int NUMBERS = 3;

  private final ListState<Long> numbers;
  private final ListState<Promise> saved;

  Restart(OperatorStateStore store) throws Exception {
    numbers = store.getUnionListState(new ListStateDescriptor<>("told", LongSerializer.INSTANCE));
    saved =
        store.getUnionListState(new ListStateDescriptor<>("promises", new Promise.Serializer()));
  }

  /** The checkpoint that is gone back to, or null at a first start. */
  @Nullable Telling gone() throws Exception {
    List<Long> all = all();
    return all.size() < NUMBERS ? null : new Telling(all.get(0), all.get(1));
  }

  /** Before anything behind that checkpoint was told. */
  Instant since() throws Exception {
    List<Long> all = all();
    long earliest = Long.MAX_VALUE;
    for (int i = NUMBERS - 1; i < all.size(); i += NUMBERS) {
      earliest = Math.min(earliest, all.get(i));
    }
    return Instant.ofEpochMilli(Math.max(0, earliest - MARGIN_MILLIS));
  }

  private List<Long> all() throws Exception {
    List<Long> all = new ArrayList<>();
    numbers.get().forEach(all::add);
    return all;
  }

  /** The promises of all subtasks. */
  Iterable<Promise> promises() throws Exception {
    return saved.get();
  }

  void save(long checkpoint, long nowMillis, List<Promise> promises) throws Exception {
    numbers.update(List.of(Telling.RUN, checkpoint, nowMillis));
    saved.update(promises);
  }
}
