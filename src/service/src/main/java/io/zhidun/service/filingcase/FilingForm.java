package io.zhidun.service.filingcase;

import io.micrometer.core.instrument.MeterRegistry;
import io.zhidun.events.RecordHeaders;
import io.zhidun.service.filingcase.FilingStore.Stored;
import io.zhidun.service.intake.HopMeter;
import io.zhidun.service.intake.RecordForm;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.springframework.stereotype.Component;

/** Records of the topic of filings, on their way into the store. */
@Component
class FilingForm implements RecordForm<Incoming, Stored> {
  private static final int MAX_BYTES = 8 << 20;

  private final FilingStore store;
  private final HopMeter meter;

  FilingForm(FilingStore store, MeterRegistry registry) {
    this.store = store;
    this.meter = new HopMeter(registry, "filings");
  }

  @Override
  public String name() {
    return "filing";
  }

  @Override
  public int maxBytes() {
    return MAX_BYTES;
  }

  @Override
  public Incoming read(ConsumerRecord<byte[], byte[]> record, String text) {
    Header dataset = record.headers().lastHeader(RecordHeaders.DATASET);
    return Incoming.read(
        dataset == null || dataset.value() == null
            ? null
            : new String(dataset.value(), StandardCharsets.UTF_8),
        text);
  }

  @Override
  public Stored store(List<Incoming> records) {
    return store.store(records);
  }

  @Override
  public void stored(int records, Stored result, int refused) {
    meter.stored(records, result.changed(), result.duplicates(), refused);
  }

  @Override
  public void refused(int records) {
    meter.stored(records, 0, 0, records);
  }

  @Override
  public void lag(long records) {
    meter.lag(records);
  }
}
