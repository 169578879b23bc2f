package io.zhidun.stream.detect;

import io.zhidun.stream.core.StreamMetrics;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rule set that a subtask matches by, kept in its state: after a restart it must not begin with
 * an older one. Of all subtasks the newest counts.
 */
final class SetInForce {
  private static final Logger LOG = LoggerFactory.getLogger(SetInForce.class);

  private final ListState<KeptRules> saved;
  private KeptRules rules = KeptRules.NONE;

  /** Restores where there is something to restore. */
  SetInForce(OperatorStateStore store) throws Exception {
    saved = store.getUnionListState(new ListStateDescriptor<>("rules", new KeptRules.Serializer()));
    for (KeptRules each : saved.get()) {
      rules = each.number() > rules.number() ? each : rules;
    }
  }

  /** The set that ran before, or runs now. */
  KeptRules rules() {
    return rules;
  }

  void take(KeptRules next) {
    LOG.info("rule set {} is in force, before it was {}", next.number(), rules.number());
    rules = next;
    StreamMetrics.RULE_SET.set(next.number());
  }

  void save() throws Exception {
    saved.update(List.of(rules));
  }
}
