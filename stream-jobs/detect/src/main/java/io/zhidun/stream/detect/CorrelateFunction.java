package io.zhidun.stream.detect;

import io.zhidun.events.Detection;
import io.zhidun.rules.correlate.Correlator;
import io.zhidun.rules.correlate.GroupKey;
import io.zhidun.rules.correlate.GroupState;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Counts matches in their groups. The counting itself is the rules' own; here is only its state.
 *
 * <p>Takes over a rule set with the first hit that was matched by it, and never goes back to an
 * older one: what another subtask still matches by that counts where its rules are unchanged.
 */
final class CorrelateFunction extends KeyedProcessFunction<String, Hit, Detection> {
  private static final long serialVersionUID = 1L;

  private final RuleSource source;
  private transient ValueState<KeptGroup> groups;
  private transient LiveRules live;
  private transient Correlator correlator;
  private transient long set;
  private transient RuleHits.Share hits;

  // Flink makes functions ready in open(), not in the constructor.
  @SuppressWarnings("NullAway.Init")
  CorrelateFunction(RuleSource source) {
    this.source = source;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    live = LiveRules.of(source);
    NumberedRules rules = live.begin(KeptRules.NONE);
    set = rules.number();
    correlator = rules.rules().correlator();
    hits = RuleHits.ofProcess().newShare();
    groups =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("group", new GroupStateSerializer()));
  }

  @Override
  public void processElement(Hit hit, Context context, Collector<Detection> out) throws Exception {
    if (hit.set() > set) {
      correlator = live.correlator(hit.set());
      set = hit.set();
    }
    if (hit.match() == null) {
      if (hit.detection() != null) {
        out.collect(hit.detection());
      }
      return;
    }
    KeptGroup kept = groups.value();
    GroupState state =
        kept == null ? correlator.newGroup(new GroupKey(hit.key())) : kept.under(correlator);
    for (Detection detection : state.on(hit.match())) {
      count(detection);
      out.collect(detection);
    }
    keep(kept, state, context);
  }

  private void count(Detection detection) {
    if (!detection.withdrawn()) {
      long micros =
          TimeUnit.SECONDS.toMicros(detection.time().getEpochSecond())
              + detection.time().getNano() / 1_000;
      hits.count(detection.rule().id(), detection.rule().version(), micros, set);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Detection> out)
      throws Exception {
    KeptGroup kept = groups.value();
    if (kept != null) {
      GroupState state = kept.under(correlator);
      state.alarmMicros(GroupState.NO_ALARM);
      state.advance(timestamp * 1000);
      keep(kept, state, context);
    }
  }

  /** Stores the group, or forgets it where it is empty; one timer a group is enough. */
  private void keep(@Nullable KeptGroup kept, GroupState state, Context context) throws Exception {
    if (state.isEmpty()) {
      groups.clear();
      return;
    }
    long expiry = state.nextExpiryMicros();
    if (state.alarmMicros() == GroupState.NO_ALARM && expiry != Long.MAX_VALUE) {
      long at = Math.floorDiv(expiry, 1000L) + 1;
      context.timerService().registerEventTimeTimer(at);
      state.alarmMicros(at * 1000);
    }
    groups.update(kept != null && kept.holds(state) ? kept : KeptGroup.of(state));
  }
}
