package io.zhidun.service.filingcase;

import io.micrometer.core.instrument.MeterRegistry;
import io.zhidun.service.filingcase.CaseBook.Entered;
import io.zhidun.service.intake.HopMeter;
import io.zhidun.service.intake.RecordForm;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/** Indications, on their way into cases. */
@Component
class IndicationForm implements RecordForm<IncomingIndication, Entered> {
  private static final int MAX_BYTES = 1 << 20;

  private final CaseBook book;
  private final HopMeter meter;

  IndicationForm(CaseBook book, MeterRegistry registry) {
    this.book = book;
    this.meter = new HopMeter(registry, "indications");
  }

  @Override
  public String name() {
    return "indication";
  }

  @Override
  public int maxBytes() {
    return MAX_BYTES;
  }

  @Override
  public IncomingIndication read(ConsumerRecord<byte[], byte[]> record, String text) {
    return IncomingIndication.read(text);
  }

  @Override
  public Entered store(List<IncomingIndication> records) {
    return book.accept(records);
  }

  @Override
  public void stored(int records, Entered result, int refused) {
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
