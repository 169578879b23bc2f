package io.zhidun.service.intake;

import io.zhidun.service.alert.Accepted;
import io.zhidun.service.alert.AlertBook;
import io.zhidun.service.alert.Draft;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/** Drafts of alerts, on their way into the book. */
@Component
class DraftForm implements RecordForm<Draft, Accepted> {
  private static final int MAX_BYTES = 1 << 20;

  private final AlertBook book;
  private final IntakeMeter meter;
  private final Clock clock;

  DraftForm(AlertBook book, IntakeMeter meter, Clock clock) {
    this.book = book;
    this.meter = meter;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "draft";
  }

  @Override
  public int maxBytes() {
    return MAX_BYTES;
  }

  @Override
  public Draft read(ConsumerRecord<byte[], byte[]> record, String text) {
    return Draft.read(text);
  }

  @Override
  public Accepted store(List<Draft> drafts) {
    return book.accept(drafts);
  }

  @Override
  public void stored(int records, Accepted accepted, int refused) {
    int changed = accepted.added() + accepted.overwritten() + accepted.withdrawn();
    meter.stored(records, changed, accepted.duplicates(), refused);
    Instant now = clock.instant();
    for (long received : accepted.received()) {
      meter.delay(Duration.between(Instant.EPOCH.plus(received, ChronoUnit.MICROS), now));
    }
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
