package io.zhidun.service.filingcase;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.zhidun.service.filingcase.CaseBook.Entered;
import io.zhidun.service.filingcase.IndicationForm.Kept;
import io.zhidun.service.filingcase.IndicationForm.Sent;
import io.zhidun.service.intake.HopMeter;
import io.zhidun.service.intake.RecordForm;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/** Indications, on their way into cases. */
@Component
class IndicationForm implements RecordForm<Sent, Kept> {
  private static final int MAX_BYTES = 1 << 20;

  private final CaseBook book;
  private final HopMeter meter;
  private final Timer delay;
  private final Clock clock;

  IndicationForm(CaseBook book, MeterRegistry registry, Clock clock) {
    this.book = book;
    this.meter = new HopMeter(registry, "indications");
    this.clock = clock;
    this.delay =
        Timer.builder("zhidun.indication.delay")
            .description("From sending an indication to its case's commit")
            .serviceLevelObjectives(
                IntStream.of(50, 100, 200, 300, 500, 1000, 2000, 3000, 5000, 15000, 60000)
                    .mapToObj(Duration::ofMillis)
                    .toArray(Duration[]::new))
            .register(registry);
  }

  /**
   * An indication as it came.
   *
   * @param at when the stream sent it, in milliseconds since the epoch
   */
  record Sent(IncomingIndication indication, long at) {}

  /** What became of a batch, and when each of it was sent. */
  record Kept(Entered entered, List<Long> sent) {}

  @Override
  public String name() {
    return "indication";
  }

  @Override
  public int maxBytes() {
    return MAX_BYTES;
  }

  @Override
  public Sent read(ConsumerRecord<byte[], byte[]> record, String text) {
    return new Sent(IncomingIndication.read(text), record.timestamp());
  }

  @Override
  public Kept store(List<Sent> records) {
    Entered entered = book.accept(records.stream().map(Sent::indication).toList());
    return new Kept(entered, records.stream().map(Sent::at).toList());
  }

  @Override
  public void stored(int records, Kept result, int refused) {
    meter.stored(records, result.entered().changed(), result.entered().duplicates(), refused);
    long now = clock.millis();
    result.sent().forEach(at -> delay.record(Duration.ofMillis(Math.max(0, now - at))));
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
