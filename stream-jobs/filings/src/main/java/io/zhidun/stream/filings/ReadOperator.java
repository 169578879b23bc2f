package io.zhidun.stream.filings;

import io.zhidun.events.RawRecord;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.stream.core.Outgoing;
import io.zhidun.stream.core.Rejected;
import io.zhidun.stream.core.StreamMetrics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;

/**
 * From raw records to canonical ones, which are written, and to what the screen shall see of them.
 * Says how far event time has come.
 */
final class ReadOperator extends AbstractStreamOperator<Sighting>
    implements OneInputStreamOperator<RawRecord, Sighting> {
  /** Canonical records, rejected ones and the ledger. */
  static final OutputTag<Outgoing> WRITTEN = new OutputTag<>("written", Outgoing.type());

  private static final long serialVersionUID = 1L;
  private static final String STAGE = "filings";
  private static final long TICK_MILLIS = 100;
  private static final int TICKS_PER_LEDGER = 100;

  /** Between two ticks that lie further apart, this task was held up and nobody else quiet. */
  private static final long MOST_HEARD_MILLIS = 2 * TICK_MILLIS;

  /**
   * So long, after a restart, sources of the time before are waited for: their partitions are not
   * read at the same moment.
   */
  private static final long RETURN_MILLIS = 3_000;

  private final FilingRules rules;
  private final long latenessMillis;
  private final long idleMillis;
  private final long aheadMicros;

  private transient RecordForms forms;
  private transient EventClock clock;
  private transient Map<String, SourcePlace> places;
  private transient ListState<SourcePlace> saved;
  private transient ScheduledFuture<?> ticking;
  private transient long watermark;
  private transient boolean idle;
  private transient int ticks;

  /**
   * Time in which this task listened. While it works on one record it cannot hear the others, and
   * that does not make their sources idle.
   */
  private transient long heardMillis;

  private transient long tickedMillis;
  private transient long busyMillis;

  // Flink makes operators ready in open(), not in the constructor.
  @SuppressWarnings("NullAway.Init")
  ReadOperator(FilingRules rules, FilingOptions options) {
    this.rules = rules;
    this.latenessMillis = options.job().lateness().toMillis();
    this.idleMillis = options.idleness().toMillis();
    this.aheadMicros = options.ahead().toNanos() / 1_000;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    places = new HashMap<>();
    saved =
        context
            .getOperatorStateStore()
            .getUnionListState(new ListStateDescriptor<>("sources", new SourcePlace.Serializer()));
    for (SourcePlace place : saved.get()) {
      places.merge(place.source, place, (a, b) -> b.isFurtherThan(a) ? b : a);
    }
  }

  @Override
  public void open() throws Exception {
    super.open();
    forms = rules.forms();
    clock = new EventClock(latenessMillis, idleMillis);
    watermark = EventClock.UNKNOWN;
    idle = false;
    heardMillis = now();
    tickedMillis = heardMillis;
    for (SourcePlace place : places.values()) {
      clock.expect(place.source, place.newestMillis(), heardMillis + RETURN_MILLIS);
    }
    ticking =
        getProcessingTimeService().scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS);
  }

  @Override
  public void processElement(StreamRecord<RawRecord> element) {
    long begin = now();
    process(element.getValue());
    busyMillis += now() - begin;
  }

  private void process(RawRecord raw) {
    FilingMetrics.RAW.labelValues("in").inc();
    SourcePlace place = places.computeIfAbsent(raw.source(), source -> SourcePlace.before(raw));
    if (!place.goTo(raw)) {
      FilingMetrics.RAW.labelValues("duplicate").inc();
      return;
    }
    List<String> faults = new ArrayList<>(0);
    for (FilingRecord record : read(raw, faults)) {
      take(raw, place, record, faults);
    }
    if (!faults.isEmpty()) {
      reject(raw, place, faults);
    }
  }

  /** A reader must not throw; should it do so, one record must not stop all others for ever. */
  private List<FilingRecord> read(RawRecord raw, List<String> faults) {
    try {
      List<FilingRecord> records = forms.read(raw.dataset(), raw.value(), faults);
      if (records.isEmpty() && faults.isEmpty()) {
        faults.add("it holds no record");
      }
      return records;
    } catch (RuntimeException e) {
      LOG.error("the reader failed at {}", raw.eventId(), e);
      faults.add("the reader failed: " + e);
      return List.of();
    }
  }

  private void take(RawRecord raw, SourcePlace place, FilingRecord record, List<String> faults) {
    long time = Sighting.micros(record);
    if (time > raw.receivedMicros() + aheadMicros) {
      // One such record would move event time on, and everything real would be late or forgotten.
      faults.add(
          "%s: time %s lies more than %d s behind its receipt in the future"
              .formatted(record.id(), record.time(), aheadMicros / 1_000_000));
      return;
    }
    Canonical form = Canonical.of(record);
    output.collect(WRITTEN, new StreamRecord<>(form.outgoing(record, forms.line(record))));
    FilingMetrics.RECORDS.labelValues(form.dataset()).inc();
    place.told(time);
    clock.saw(raw.source(), time, heardMillis);
    if (idle) {
      idle = false;
      output.emitWatermarkStatus(WatermarkStatus.ACTIVE);
    }
    output.collect(
        new StreamRecord<>(
            new Sighting(time, record.id(), raw.receivedMicros(), forms.digest(record)),
            Math.floorDiv(time, 1_000L)));
  }

  private void reject(RawRecord raw, SourcePlace place, List<String> faults) {
    FilingMetrics.RAW.labelValues("rejected").inc();
    place.rejected();
    Rejected rejected = new Rejected(raw, STAGE, String.join("; ", faults));
    output.collect(WRITTEN, new StreamRecord<>(rejected.toOutgoing()));
  }

  private long now() {
    return getProcessingTimeService().getCurrentProcessingTime();
  }

  // Ticks that were due while the task was busy come all at once, each with the time it was due.
  private void tick(long due) {
    long now = now();
    long listened = now - tickedMillis - busyMillis;
    heardMillis += Math.min(Math.max(0, listened), MOST_HEARD_MILLIS);
    tickedMillis = now;
    busyMillis = 0;
    long next = clock.watermark(heardMillis);
    if (next > watermark) {
      watermark = next;
      output.emitWatermark(new Watermark(next));
    }
    busyMillis += now() - now;
    if (!idle && clock.isIdle(heardMillis)) {
      idle = true;
      output.emitWatermarkStatus(WatermarkStatus.IDLE);
    }
    for (SourcePlace place : places.values()) {
      StreamMetrics.GAPS.inc(place.takeMissing());
    }
    if (++ticks % TICKS_PER_LEDGER == 0) {
      ledger(now);
    }
  }

  private void ledger(long now) {
    for (SourcePlace place : places.values()) {
      if (place.hasNews()) {
        output.collect(WRITTEN, new StreamRecord<>(place.takeLedgerEntry(now)));
      }
    }
  }

  @Override
  public void processWatermark(Watermark mark) {
    // The source's own watermarks say nothing about event time.
  }

  @Override
  public void processWatermarkStatus(WatermarkStatus status) {
    // Neither does it know who speaks.
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    saved.update(List.copyOf(places.values()));
  }

  @Override
  public void finish() throws Exception {
    ledger(now());
    output.emitWatermark(Watermark.MAX_WATERMARK);
    super.finish();
  }

  @Override
  public void close() throws Exception {
    if (ticking != null) {
      ticking.cancel(false);
    }
    super.close();
  }
}
