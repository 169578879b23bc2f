package io.zhidun.stream.detect;

import io.zhidun.events.Event;
import io.zhidun.events.EventWriter;
import io.zhidun.events.Json;
import io.zhidun.events.RawRecord;
import io.zhidun.events.Topics;
import io.zhidun.rules.correlate.Correlator;
import io.zhidun.rules.correlate.GroupKey;
import io.zhidun.rules.correlate.Match;
import io.zhidun.rules.explain.Detector;
import io.zhidun.rules.match.EventMatcher;
import io.zhidun.rules.match.MatchSink;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.stream.core.Outgoing;
import io.zhidun.stream.core.Rejected;
import io.zhidun.stream.core.StreamMetrics;
import io.zhidun.stream.normalize.Normalizer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
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
import org.apache.flink.util.OutputTag;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * From bytes to hits in one step, so that nothing is serialized on the way: drop what was read
 * before, normalise, write the event, match it. Most events match nothing and end here.
 *
 * <p>Makes the watermark itself, since only here the event time is known: the slowest live source
 * less the allowed lateness. It only lets groups forget; no detection waits for it.
 */
final class MatchOperator extends AbstractStreamOperator<Outgoing>
    implements OneInputStreamOperator<RawRecord, Outgoing>, MatchSink {
  private static final long serialVersionUID = 1L;

  static final OutputTag<Hit> HITS = new OutputTag<>("hits", Hit.type());

  private static final long TICK_MILLIS = 200;
  private static final int TICKS_PER_LEDGER = 50;

  /**
   * One event in so many is timed, which costs it a microsecond or two. A prime, so that sources
   * that take turns are all met.
   */
  private static final int SAMPLED = 1_021;

  private final RuleSource source;
  private final long latenessMicros;

  private transient Normalizer normalizer;
  private transient Event event;
  private transient EventWriter writer;
  private transient LiveRules live;
  private transient NumberedRules rules;
  private transient EventMatcher matcher;
  private transient Correlator correlator;
  private transient RuleHits.Share hits;
  private transient SetInForce inForce;
  private transient Progress progress;
  private transient ListState<SourceProgress> saved;
  private transient StreamRecord<Outgoing> written;
  private transient String lastDataset;
  private transient List<Header> lastHeaders;
  private transient String lastSource;
  private transient byte[] lastKey;
  private transient long in;
  private transient long out;
  private transient long rejected;
  private transient long duplicates;
  private transient long canaries;
  private transient CanaryReading canaryReading;

  /** Run of the canary that is being matched, or null for a real event. */
  private transient @Nullable String run;

  private transient long nowMillis;
  private transient long watermark;
  private transient int ticks;

  /** Events until the next whose match is timed. */
  private transient int untilSample;

  private transient ScheduledFuture<?> ticking;

  // Flink makes operators ready in open(), not in the constructor.
  @SuppressWarnings("NullAway.Init")
  MatchOperator(RuleSource source, Duration lateness) {
    this.source = source;
    this.latenessMicros = lateness.toNanos() / 1000;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    progress = new Progress();
    saved =
        context
            .getOperatorStateStore()
            .getUnionListState(
                new ListStateDescriptor<>("sources", new SourceProgress.Serializer()));
    for (SourceProgress entry : saved.get()) {
      progress.restore(entry);
    }
    inForce = new SetInForce(context.getOperatorStateStore());
  }

  @Override
  public void open() throws Exception {
    super.open();
    live = LiveRules.of(source);
    hits = RuleHits.ofProcess().newShare();
    use(live.begin(inForce.rules()));
    normalizer = Normalizer.of(Knowledge.of(source.site()).formats());
    event = new Event();
    canaryReading = new CanaryReading();
    writer = new EventWriter();
    written = new StreamRecord<>(new Outgoing("", new byte[0], new byte[0], List.of()));
    lastDataset = "";
    lastHeaders = List.of();
    lastSource = "";
    lastKey = new byte[0];
    untilSample = SAMPLED;
    watermark = Long.MIN_VALUE;
    nowMillis = getProcessingTimeService().getCurrentProcessingTime();
    ticking =
        getProcessingTimeService().scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS);
  }

  /** From the next record on, these rules match. */
  private void use(NumberedRules next) {
    rules = next;
    matcher = next.rules().newMatcher();
    correlator = next.rules().correlator();
    inForce.take(next.kept());
  }

  @Override
  public void processElement(StreamRecord<RawRecord> element) {
    if (rules != live.newest()) {
      use(live.newest());
    }
    RawRecord raw = element.getValue();
    SourceProgress source = progress.of(raw);
    if (source.canary) {
      canary(source, raw);
      return;
    }
    in++;
    if (progress.accept(source, raw) == Progress.Verdict.DUPLICATE) {
      duplicates++;
      return;
    }
    source.in++;
    if (source.lowest < 0) {
      source.lowest = raw.sequence();
    }
    String fault = normalizer.normalize(raw, event);
    if (fault != null) {
      rejected++;
      source.rejected++;
      send(new Rejected(raw, "normalize", fault).toOutgoing());
      return;
    }
    source.newestMicros = Math.max(source.newestMicros, event.timeMicros());
    source.lastSeenMillis = nowMillis;
    write(raw, source);
    if (--untilSample > 0) {
      matcher.match(event, this);
    } else {
      untilSample = SAMPLED;
      matcher.match(event, this, hits);
    }
  }

  /**
   * Writes the event. One that is too large for that is kept as it came, and matched all the same.
   */
  private void write(RawRecord raw, SourceProgress source) {
    byte[] json = writer.toBytes(event);
    if (json.length > Outgoing.LARGEST) {
      rejected++;
      source.rejected++;
      String reason =
          "the event takes %d bytes as JSON, at most %d are written"
              .formatted(json.length, Outgoing.LARGEST);
      send(new Rejected(raw, "write", reason).toOutgoing());
      return;
    }
    out++;
    send(new Outgoing(Topics.EVENTS, key(raw.source()), json, headers(raw.dataset())));
  }

  /** Matches a canary, which is no event to anybody else and says nothing of the time. */
  private void canary(SourceProgress source, RawRecord raw) {
    if (progress.accept(source, raw) == Progress.Verdict.DUPLICATE) {
      return;
    }
    canaries++;
    String fault = canaryReading.read(raw, event);
    if (fault != null) {
      in++;
      rejected++;
      send(new Rejected(raw, "canary", fault).toOutgoing());
      return;
    }
    run = canaryReading.run();
    matcher.match(event, this);
    run = null;
  }

  private void send(Outgoing outgoing) {
    output.collect(written.replace(outgoing));
  }

  /** Headers of the dataset, which mostly is the last record's. */
  private List<Header> headers(String dataset) {
    if (!dataset.equals(lastDataset)) {
      lastDataset = dataset;
      lastHeaders = Outgoing.headers(dataset);
    }
    return lastHeaders;
  }

  /** Key bytes of the source, which mostly is the last record's. */
  private byte[] key(String source) {
    if (!source.equals(lastSource)) {
      lastSource = source;
      lastKey = source.getBytes(StandardCharsets.UTF_8);
    }
    return lastKey;
  }

  @Override
  public void matched(Rule rule) {
    if (run == null) {
      hits.count(rule.id(), rule.reference().version(), event.timeMicros(), rules.number());
    }
    if (rule.detectsAlone()) {
      var detection = Detector.single(rule, event);
      emit(Hit.of(detection, rules.number()));
    }
    List<GroupKey> groups = correlator.groups(rule, event, run);
    if (!groups.isEmpty()) {
      Match match = correlator.toMatch(rule, event);
      for (GroupKey group : groups) {
        Hit.Way way = correlator.isBehindOthers(group) ? Hit.Way.BEHIND : Hit.Way.FIRST;
        emit(new Hit(group.text(), match, null, rules.number(), way));
      }
    }
  }

  private void emit(Hit hit) {
    output.collect(HITS, new StreamRecord<>(hit, event.timeMicros() / 1000));
  }

  private void tick(long now) {
    nowMillis = now;
    if (rules != live.newest()) {
      use(live.newest());
    }
    long newest = progress.newestOfSlowest(now);
    if (newest != Long.MIN_VALUE) {
      long next = (newest - latenessMicros) / 1000;
      if (next > watermark) {
        watermark = next;
        output.emitWatermark(new Watermark(next));
      }
    }
    count();
    if (++ticks % TICKS_PER_LEDGER == 0) {
      ledger(now);
    }
  }

  private void count() {
    StreamMetrics.RECORDS.labelValues("in").inc(in);
    StreamMetrics.RECORDS.labelValues("out").inc(out);
    StreamMetrics.RECORDS.labelValues("rejected").inc(rejected);
    StreamMetrics.RECORDS.labelValues("duplicate").inc(duplicates);
    StreamMetrics.CANARIES.inc(canaries);
    StreamMetrics.GAPS.inc(progress.takeGaps());
    in = out = rejected = duplicates = canaries = 0;
  }

  private void ledger(long now) {
    for (SourceProgress source : progress.all()) {
      if (source.in > 0) {
        send(ledgerEntry(source, now));
        source.in = 0;
        source.rejected = 0;
        source.lowest = -1;
      }
    }
  }

  private static Outgoing ledgerEntry(SourceProgress source, long now) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("hop", "stream");
    entry.put("source", source.source);
    entry.put("minute", now / 60_000 * 60);
    entry.put("in", source.in);
    entry.put("out", source.in - source.rejected);
    entry.put("rejected", source.rejected);
    entry.put("epoch", source.epoch);
    entry.put("lowest", source.lowest);
    entry.put("highest", source.sequence);
    return new Outgoing(
        Topics.LEDGER,
        source.source.getBytes(StandardCharsets.UTF_8),
        Json.mapper().writeValueAsBytes(entry),
        Outgoing.SCHEMA);
  }

  @Override
  public void processWatermark(Watermark mark) {
    // The source's own watermarks say nothing about event time.
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    super.snapshotState(context);
    saved.update(List.copyOf(progress.all()));
    inForce.save();
  }

  @Override
  public void finish() throws Exception {
    tick(getProcessingTimeService().getCurrentProcessingTime());
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
