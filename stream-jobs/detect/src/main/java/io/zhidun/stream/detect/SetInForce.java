package io.zhidun.stream.detect;

import io.zhidun.stream.core.StreamMetrics;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Number of the rule set that a subtask matches by, kept in its state: after a restart it must not
 * begin with an older one. Of all subtasks the newest counts.
 */
final class SetInForce {
  private static final Logger LOG = LoggerFactory.getLogger(SetInForce.class);

  private final ListState<Long> saved;
  private long number;

  /** Restores where there is something to restore. */
  SetInForce(OperatorStateStore store) throws Exception {
    saved = store.getUnionListState(new ListStateDescriptor<>("rule-set", LongSerializer.INSTANCE));
    for (long each : saved.get()) {
      number = Math.max(number, each);
    }
  }

  /** The set that ran before, or runs now. */
  long number() {
    return number;
  }

  void take(long next) {
    LOG.info("rule set {} is in force, before it was {}", next, number);
    number = next;
    StreamMetrics.RULE_SET.set(next);
  }

  void save() throws Exception {
    saved.update(List.of(number));
  }
}
