package io.zhidun.stream.filings;

import io.zhidun.events.Topics;
import io.zhidun.rules.filings.judge.Indication;
import io.zhidun.rules.filings.judge.IndicationJson;
import io.zhidun.rules.filings.judge.IndicationSink;
import io.zhidun.stream.core.Outgoing;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.PriorityQueue;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Brings records into the order of time and id and shows them to the screen. One key, one thread:
 * screening looks across all applicants.
 *
 * <p>The screen itself is no state. What it saw is logged, and after a restore a fresh screen sees
 * the log once more, with nobody listening. Indications are written at once: their ids are a
 * function of subject and kind, so what is written twice after a crash replaces itself.
 */
final class ScreenOperator extends AbstractStreamOperator<Outgoing>
    implements OneInputStreamOperator<Sighting, Outgoing> {
  /** The only key. */
  static final String KEY = "all";

  private static final long serialVersionUID = 1L;

  /** A source whose clock is ahead makes its records wait; beyond this the first of them go on. */
  private static final int MOST_WAITING = 100_000;

  private final FilingRules rules;
  private final long retentionMicros;
  private final int mostWaiting;

  private transient Screen screen;
  private transient DigestLog log;
  private transient PriorityQueue<Sighting> waiting;
  private transient ListState<Sighting> savedWaiting;
  private transient ValueState<Sighting> savedLast;

  /** The furthest record that the screen saw. */
  private transient @Nullable Sighting last;

  private transient long releasedMillis;

  // Flink makes operators ready in open(), not in the constructor.
  @SuppressWarnings("NullAway.Init")
  ScreenOperator(FilingRules rules, FilingOptions options, int mostWaiting) {
    this.rules = rules;
    this.retentionMicros = options.retention().toSeconds() * 1_000_000;
    this.mostWaiting = mostWaiting;
  }

  ScreenOperator(FilingRules rules, FilingOptions options) {
    this(rules, options, MOST_WAITING);
  }

  @Override
  public void open() throws Exception {
    super.open();
    setCurrentKey(KEY);
    log = new DigestLog(getKeyedStateStore(), retentionMicros);
    savedWaiting =
        getKeyedStateStore()
            .getListState(new ListStateDescriptor<>("waiting", new Sighting.Serializer()));
    savedLast =
        getKeyedStateStore()
            .getState(new ValueStateDescriptor<>("last", new Sighting.Serializer()));
    last = savedLast.value();
    waiting = new PriorityQueue<>();
    savedWaiting.get().forEach(waiting::add);
    releasedMillis = EventClock.UNKNOWN;
    screen = rules.screen();
    LOG.info("the screen is shown {} digests again", log.size());
    log.replay(entry -> show(entry.digest(), indication -> {}));
    gauge();
  }

  @Override
  public void processElement(StreamRecord<Sighting> element) throws Exception {
    Sighting sighting = element.getValue();
    setCurrentKey(KEY);
    Sighting furthest = last;
    if (furthest != null && sighting.compareTo(furthest) < 0) {
      count("late");
      see(sighting);
      return;
    }
    waiting.add(sighting);
    if (isDue(sighting)) {
      release();
    }
    while (waiting.size() > mostWaiting) {
      count("crowded_out");
      next();
    }
  }

  private boolean isDue(Sighting sighting) {
    return Math.floorDiv(sighting.timeMicros(), 1_000L) <= releasedMillis;
  }

  @Override
  public void processWatermark(Watermark mark) throws Exception {
    setCurrentKey(KEY);
    releasedMillis = mark.getTimestamp();
    release();
    gauge();
    super.processWatermark(mark);
  }

  private void release() throws Exception {
    for (Sighting first = waiting.peek(); first != null && isDue(first); first = waiting.peek()) {
      next();
    }
  }

  /** The screen sees the first that waits. The same record twice stands behind itself. */
  private void next() throws Exception {
    Sighting sighting = waiting.remove();
    if (sighting.equals(last)) {
      count("repeated");
      return;
    }
    last = sighting;
    see(sighting);
  }

  private void see(Sighting sighting) throws Exception {
    log.append(new LoggedDigest(sighting.timeMicros(), sighting.digest()));
    show(sighting.digest(), this::tell);
    count("seen");
    long nowMillis = getProcessingTimeService().getCurrentProcessingTime();
    FilingMetrics.DELAY.observe(Math.max(0, nowMillis * 1_000 - sighting.receivedMicros()) / 1e6);
  }

  /** A record at which the screen fails must not stop all others for ever. */
  private void show(byte[] digest, IndicationSink sink) {
    try {
      screen.see(digest, sink);
    } catch (RuntimeException e) {
      count("screen_fault");
      LOG.error("the screen failed at a digest of {} bytes", digest.length, e);
    }
  }

  private void tell(Indication indication) {
    FilingMetrics.INDICATIONS.labelValues(indication.tier().wire()).inc();
    output.collect(
        new StreamRecord<>(
            new Outgoing(
                Topics.INDICATIONS,
                indication.subject().id().getBytes(StandardCharsets.UTF_8),
                IndicationJson.write(indication),
                Outgoing.SCHEMA)));
  }

  private static void count(String outcome) {
    FilingMetrics.SCREENED.labelValues(outcome).inc();
  }

  private void gauge() {
    FilingMetrics.WAITING.set(waiting.size());
    FilingMetrics.LOGGED.set(log.size());
  }

  /** What changes with every record is written only where a checkpoint needs it. */
  @Override
  public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
    super.prepareSnapshotPreBarrier(checkpointId);
    setCurrentKey(KEY);
    savedWaiting.update(List.copyOf(waiting));
    Sighting furthest = last;
    if (furthest != null) {
      savedLast.update(furthest);
    }
    log.save();
  }
}
