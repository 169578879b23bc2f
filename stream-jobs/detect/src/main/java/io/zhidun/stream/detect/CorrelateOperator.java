package io.zhidun.stream.detect;

import io.zhidun.events.Detection;
import io.zhidun.rules.correlate.Correlator;
import io.zhidun.rules.correlate.GroupKey;
import io.zhidun.rules.correlate.GroupState;
import io.zhidun.rules.correlate.Match;
import io.zhidun.rules.correlate.Onward;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.api.common.TaskInfo;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Counts matches in their groups. The counting itself is the rules' own; here is only its state: of
 * young groups at hand, of all that outlived a checkpoint in keyed state.
 *
 * <p>There are two such steps, one behind the other: groups of the second count detections of the
 * first by other fields. What is not for a step passes through it.
 *
 * <p>Takes over a rule set with the first hit that was matched by it, and never goes back to an
 * older one: what another subtask still matches by that counts where its rules are unchanged.
 */
final class CorrelateOperator extends AbstractStreamOperator<Hit>
    implements OneInputStreamOperator<Hit, Hit>, Triggerable<String, VoidNamespace> {
  private static final long serialVersionUID = 1L;

  /** A run of canaries is sent at once; its groups need not outlive its way through the stream. */
  private static final long CANARY_MILLIS = 600_000;

  private final RuleSource source;
  private final Told.@Nullable Source told;

  /** Whether this is the second step. */
  private final boolean behind;

  private transient KeptGroups groups;
  private transient InternalTimerService<VoidNamespace> timers;
  private transient LiveRules live;
  private transient Correlator correlator;
  private transient long set;
  private transient RuleHits.Share hits;
  private transient YoungGroups young;
  private transient Restart restart;
  private transient Promises promises;

  /** Detections that a restart has to tell once more. */
  private transient List<Detection> again;

  // Flink makes operators ready in open(), not in the constructor.
  @SuppressWarnings("NullAway.Init")
  private CorrelateOperator(RuleSource source, Told.@Nullable Source told, boolean behind) {
    this.source = source;
    this.told = told;
    this.behind = behind;
  }

  /** The step that counts matches of events. */
  static CorrelateOperator first(RuleSource source) {
    return first(source, told(source));
  }

  static CorrelateOperator first(RuleSource source, Told.@Nullable Source told) {
    return new CorrelateOperator(source, told, false);
  }

  /** The step that counts what the first detected by other fields. */
  static CorrelateOperator behind(RuleSource source) {
    return behind(source, told(source));
  }

  static CorrelateOperator behind(RuleSource source, Told.@Nullable Source told) {
    return new CorrelateOperator(source, told, true);
  }

  private static Told.@Nullable Source told(RuleSource source) {
    return source.kafka().isEmpty() ? null : new DetectionTopic(source.kafka());
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    restart = new Restart(context.getOperatorStateStore());
    promises = new Promises();
    again = new ArrayList<>();
  }

  @Override
  public void open() throws Exception {
    super.open();
    live = LiveRules.of(source);
    NumberedRules rules = live.begin(KeptRules.NONE);
    set = rules.number();
    correlator = rules.rules().correlator();
    hits = RuleHits.ofProcess().newShare();
    young = new YoungGroups();
    groups = kept(new ValueStateDescriptor<>("group", new GroupStateSerializer()));
    timers = getInternalTimerService("user-timers", VoidNamespaceSerializer.INSTANCE, this);
    for (Promise promise : restart.promises()) {
      if (isMine(promise.group())) {
        setCurrentKey(promise.group());
        promise(promise, state());
      }
    }
    Telling gone = restart.gone();
    if (gone != null && told != null && (!behind || correlator.regroups())) {
      for (Detection detection : told.behind(gone, restart.since()).detections()) {
        recall(detection);
      }
    }
  }

  private KeptGroups kept(ValueStateDescriptor<KeptGroup> descriptor) throws Exception {
    ValueState<KeptGroup> state = getPartitionedState(descriptor);
    try (Stream<String> names =
        this.<String>getKeyedStateBackend().getKeys(descriptor.getName(), VoidNamespace.INSTANCE)) {
      return new KeptGroups(state, names);
    }
  }

  /**
   * Compares what was told behind the checkpoint with the state of the checkpoint: a detection must
   * be made again or be withdrawn, and one that was withdrawn but stands is told once more.
   */
  private void recall(Detection detection) throws Exception {
    GroupKey group = correlator.groupOf(detection);
    if (group == null || correlator.isBehindOthers(group) != behind || !isMine(group.text())) {
      return;
    }
    setCurrentKey(group.text());
    GroupState state = state();
    Detection standing = state == null ? null : state.standing(detection.id());
    if (!detection.withdrawn() && standing == null) {
      promise(new Promise(group.text(), detection), state);
    } else if (detection.withdrawn() && standing != null) {
      again.add(standing);
    }
  }

  /** The state of the current key's group, or null. */
  private @Nullable GroupState state() throws Exception {
    String group = (String) getCurrentKey();
    GroupState found = young.get(group);
    if (found != null) {
      return found.under(correlator);
    }
    KeptGroup kept = groups.get(group);
    return kept == null ? null : kept.under(correlator);
  }

  private void promise(Promise promise, @Nullable GroupState state) {
    promises.add(promise, state);
    timers.registerEventTimeTimer(VoidNamespace.INSTANCE, Promises.dueMillis(promise.detection()));
  }

  private boolean isMine(String group) {
    TaskInfo task = getRuntimeContext().getTaskInfo();
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
            group, task.getMaxNumberOfParallelSubtasks(), task.getNumberOfParallelSubtasks())
        == task.getIndexOfThisSubtask();
  }

  @Override
  public void processElement(StreamRecord<Hit> element) throws Exception {
    tellAgain();
    Hit hit = element.getValue();
    if (hit.set() > set) {
      correlator = live.correlator(hit.set());
      set = hit.set();
    }
    Match match = hit.match();
    if (match == null || behind != (hit.way() != Hit.Way.FIRST)) {
      output.collect(element);
      return;
    }
    boolean taken = hit.way() == Hit.Way.TAKE_BACK;
    GroupState atHand = young.get(hit.key());
    KeptGroup kept = atHand == null ? groups.get(hit.key()) : null;
    GroupState state = state(hit.key(), atHand, kept);
    count(state, match, taken, element.getTimestamp());
    if (kept != null || match.isCanary()) {
      keep(hit.key(), kept, state, match.isCanary());
      return;
    }
    if (atHand == null && young.isFull()) {
      moveIntoStates();
    }
    young.put(hit.key(), state);
  }

  /** The state under the rules in force of a group that is at hand, kept, or new. */
  private GroupState state(String group, @Nullable GroupState atHand, @Nullable KeptGroup kept) {
    if (atHand != null) {
      return atHand.under(correlator);
    }
    return kept == null ? correlator.newGroup(new GroupKey(group)) : kept.under(correlator);
  }

  private void count(GroupState state, Match match, boolean taken, long timestamp) {
    List<Detection> made = taken ? state.off(match) : state.on(match);
    for (int i = 0; i < made.size(); i++) {
      Detection detection = made.get(i);
      if (!match.isCanary()) {
        note(detection);
      }
      if (!promises.isEmpty()) {
        promises.kept(state.key().text(), detection);
      }
      if (correlator.tells(detection)) {
        tell(detection, timestamp);
      }
      goOn(state.key(), detection, timestamp);
    }
    if (!promises.isEmpty() && !taken) {
      for (Detection broken : promises.brokenBy(state.key().text(), match.id())) {
        withdraw(broken, state, timestamp);
      }
    }
  }

  private void tell(Detection detection, long timestamp) {
    output.collect(new StreamRecord<>(Hit.of(detection, set), timestamp));
  }

  private void goOn(GroupKey group, Detection detection, long timestamp) {
    for (Onward onward : correlator.onward(group, detection)) {
      Hit.Way way = detection.withdrawn() ? Hit.Way.TAKE_BACK : Hit.Way.BEHIND;
      Hit hit = new Hit(onward.group().text(), onward.match(), null, set, way);
      output.collect(new StreamRecord<>(hit, timestamp));
    }
  }

  /** Unless it stands: then it was only not worth telling again. */
  private void withdraw(Detection broken, @Nullable GroupState state, long timestamp) {
    if (state == null || state.standing(broken.id()) == null) {
      tell(broken.withdrawal(), timestamp);
    }
  }

  private void note(Detection detection) {
    if (!detection.withdrawn()) {
      long micros =
          TimeUnit.SECONDS.toMicros(detection.time().getEpochSecond())
              + detection.time().getNano() / 1_000;
      hits.count(detection.rule().id(), detection.rule().version(), micros, set);
    }
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    super.prepareSnapshotPreBarrier(checkpointId);
    tellAgain();
    moveIntoStates();
  }

  private void tellAgain() {
    if (!again.isEmpty()) {
      again.forEach(detection -> output.collect(new StreamRecord<>(Hit.of(detection, set))));
      again.clear();
    }
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    restart.save(
        context.getCheckpointId(),
        getProcessingTimeService().getCurrentProcessingTime(),
        promises.all());
  }

  private void moveIntoStates() throws Exception {
    if (young.isEmpty()) {
      return;
    }
    Object current = getCurrentKey();
    for (Map.Entry<String, GroupState> entry : young.takeAll().entrySet()) {
      setCurrentKey(entry.getKey());
      keep(entry.getKey(), null, entry.getValue(), false);
    }
    if (current != null) {
      setCurrentKey(current);
    }
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    young.advance(saturatedMicros(mark.getTimestamp()), state -> state.under(correlator));
    super.processWatermark(mark);
  }

  @Override
  public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
    String group = timer.getKey();
    KeptGroup kept = groups.get(group);
    if (!promises.isEmpty()) {
      GroupState state = state();
      for (Detection broken : promises.broken(group, timer.getTimestamp())) {
        withdraw(broken, state, timer.getTimestamp());
      }
    }
    if (kept != null) {
      GroupState state = kept.under(correlator);
      state.alarmMicros(GroupState.NO_ALARM);
      state.advance(timer.getTimestamp() * 1000);
      keep(group, kept, state, false);
    }
  }

  /** Ends a group of canaries; all others live by event time alone. */
  @Override
  public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) throws IOException {
    groups.remove(timer.getKey());
  }

  /** Stores the group, or forgets it where it is empty; one timer a group is enough. */
  private void keep(String group, @Nullable KeptGroup kept, GroupState state, boolean canary)
      throws IOException {
    if (state.isEmpty()) {
      groups.remove(group);
      return;
    }
    if (canary && kept == null) {
      // The watermark is the real sources': it may be hours ahead, or stand still for days.
      timers.registerProcessingTimeTimer(
          VoidNamespace.INSTANCE, timers.currentProcessingTime() + CANARY_MILLIS);
    }
    long expiry = canary ? Long.MAX_VALUE : state.nextExpiryMicros();
    if (state.alarmMicros() == GroupState.NO_ALARM && expiry != Long.MAX_VALUE) {
      long at = Math.floorDiv(expiry, 1000L) + 1;
      timers.registerEventTimeTimer(VoidNamespace.INSTANCE, at);
      state.alarmMicros(at * 1000);
    }
    groups.put(group, kept, kept != null && kept.holds(state) ? kept : KeptGroup.of(state));
  }

  /** The watermark in microseconds; it begins at the least of all milliseconds. */
  private static long saturatedMicros(long millis) {
    return millis < Long.MIN_VALUE / 1000
        ? Long.MIN_VALUE
        : millis > Long.MAX_VALUE / 1000 ? Long.MAX_VALUE : millis * 1000;
  }
}
