package io.zhidun.stream.index;

import io.zhidun.events.RawRecord;
import io.zhidun.stream.core.Outgoing;
import io.zhidun.stream.core.Rejected;
import io.zhidun.stream.core.StreamMetrics;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Gathers events and writes them in bulk. While the store is away it waits and tries again; nothing
 * is lost, as Kafka keeps what is not read. What the store refuses for good goes out as rejected.
 */
final class IndexOperator extends AbstractStreamOperator<Outgoing>
    implements OneInputStreamOperator<RawRecord, Outgoing> {
  private static final long serialVersionUID = 1L;

  private static final int MAX_BYTES = 4 << 20;
  private static final int MAX_EVENTS = 2000;
  private static final long TICK_MILLIS = 500;
  private static final long FIRST_PAUSE_MILLIS = 200;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;

  private final URI store;
  private transient SearchStore search;
  private transient BulkBody body;
  private transient boolean templated;
  private transient ScheduledFuture<?> ticking;

  // Flink makes operators ready in open(), not in the constructor.
  @SuppressWarnings("NullAway.Init")
  IndexOperator(URI store) {
    this.store = store;
  }

  @Override
  public void open() throws Exception {
    super.open();
    search = new SearchStore(store);
    body = new BulkBody();
    ticking =
        getProcessingTimeService().scheduleWithFixedDelay(now -> flush(), TICK_MILLIS, TICK_MILLIS);
  }

  @Override
  public void processElement(StreamRecord<RawRecord> element) throws Exception {
    RawRecord record = element.getValue();
    String fault = body.add(record);
    if (fault != null) {
      reject(record, fault);
    }
    if (body.count() >= MAX_EVENTS || body.bytes() >= MAX_BYTES) {
      flush();
    }
  }

  private void flush() throws InterruptedException {
    if (body.count() == 0) {
      return;
    }
    List<String> faults = send(body.toByteArray());
    List<RawRecord> records = body.records();
    long refused = 0;
    for (int i = 0; i < faults.size(); i++) {
      if (!faults.get(i).isEmpty()) {
        refused++;
        reject(records.get(i), faults.get(i));
      }
    }
    StreamMetrics.INDEXED.labelValues("out").inc(records.size() - refused);
    body.clear();
  }

  /** Sends until the store has answered; the pause grows, as a store that starts needs air. */
  private List<String> send(byte[] bytes) throws InterruptedException {
    long pause = FIRST_PAUSE_MILLIS;
    while (true) {
      try {
        if (!templated) {
          search.putTemplate();
          templated = true;
        }
        return search.bulk(bytes);
      } catch (IOException e) {
        LOG.warn("Indexing waits {} ms: {}", pause, e.toString());
        StreamMetrics.INDEXED.labelValues("retried").inc();
        Thread.sleep(pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MILLIS);
      }
    }
  }

  private void reject(RawRecord record, String fault) {
    StreamMetrics.INDEXED.labelValues("rejected").inc();
    output.collect(new StreamRecord<>(new Rejected(asJson(record), "index", fault).toOutgoing()));
  }

  /** The topic's dataset names the format that the event was made by; its bytes are JSON now. */
  private static RawRecord asJson(RawRecord record) {
    return new RawRecord(
        "json",
        record.collector(),
        record.source(),
        record.epoch(),
        record.sequence(),
        record.receivedMicros(),
        record.peer(),
        record.zone(),
        record.value());
  }

  @Override
  public void snapshotState(StateSnapshotContext context) throws Exception {
    flush();
    super.snapshotState(context);
  }

  @Override
  public void finish() throws Exception {
    flush();
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
