package io.zhidun.stream.detect;

import io.zhidun.events.Detection;
import io.zhidun.rules.correlate.Correlator;
import io.zhidun.rules.correlate.GroupKey;
import io.zhidun.rules.correlate.GroupState;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Counts matches in their groups. The counting itself is the rules' own; here is only its state.
 */
final class CorrelateFunction extends KeyedProcessFunction<String, Hit, Detection> {
  private static final long serialVersionUID = 1L;

  private final String site;
  private transient ValueState<GroupState> groups;
  private transient Correlator correlator;

  // Flink makes functions ready in open(), not in the constructor.
  @SuppressWarnings("NullAway.Init")
  CorrelateFunction(String site) {
    this.site = site;
  }

  @Override
  public void open(OpenContext context) {
    correlator = Knowledge.of(site).rules().correlator();
    groups =
        getRuntimeContext()
            .getState(new ValueStateDescriptor<>("group", new GroupStateSerializer(site)));
  }

  @Override
  public void processElement(Hit hit, Context context, Collector<Detection> out) throws Exception {
    if (hit.match() == null) {
      if (hit.detection() != null) {
        out.collect(hit.detection());
      }
      return;
    }
    GroupState state = groups.value();
    if (state == null) {
      state = correlator.newGroup(new GroupKey(hit.key()));
    }
    for (Detection detection : state.on(hit.match())) {
      out.collect(detection);
    }
    keep(state, context);
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Detection> out)
      throws Exception {
    GroupState state = groups.value();
    if (state != null) {
      state.alarmMicros(GroupState.NO_ALARM);
      state.advance(timestamp * 1000);
      keep(state, context);
    }
  }

  /** Stores the group, or forgets it where it is empty; one timer a group is enough. */
  private void keep(GroupState state, Context context) throws Exception {
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
    groups.update(state);
  }
}
