package io.zhidun.collectors.core.shipper;

import io.zhidun.collectors.core.Source;
import io.zhidun.collectors.core.Stamp;
import io.zhidun.events.RecordHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * Headers of one source's records. What is the same for many records is made once: this runs for
 * every record. Not safe for use by several threads.
 */
final class RawHeaders {
  private static final int LONGEST_NUMBER = 19;

  private final Header dataset;
  private final Header collector;
  private final Header source;
  private final Header zone;
  private final Header[] more;
  private final byte[] digits = new byte[LONGEST_NUMBER];
  private Header epoch = number(RecordHeaders.EPOCH, 0);
  private long epochValue;
  private Header received = number(RecordHeaders.RECEIVED, 0);
  private long receivedValue;
  private Header peer = text(RecordHeaders.PEER, "");
  private String peerValue = "";

  RawHeaders(String collector, Source source) {
    this.dataset = text(RecordHeaders.DATASET, source.dataset());
    this.collector = text(RecordHeaders.COLLECTOR, collector);
    this.source = text(RecordHeaders.SOURCE, source.id());
    this.zone = text(RecordHeaders.ZONE, source.zone().getId());
    this.more =
        source.destination().headers().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(header -> text(header.getKey(), header.getValue()))
            .toArray(Header[]::new);
  }

  /** A new array of headers. */
  Header[] of(Stamp stamp, long receivedMicros, @Nullable String sender) {
    return of(stamp.epoch(), stamp.sequence(), receivedMicros, sender);
  }

  Header[] of(long epochOf, long sequence, long receivedMicros, @Nullable String sender) {
    if (epochOf != epochValue) {
      epoch = number(RecordHeaders.EPOCH, epochOf);
      epochValue = epochOf;
    }
    if (receivedMicros != receivedValue) {
      received = number(RecordHeaders.RECEIVED, receivedMicros);
      receivedValue = receivedMicros;
    }
    Header sequenceHeader = number(RecordHeaders.SEQUENCE, sequence);
    if (sender == null) {
      return withMore(dataset, collector, source, epoch, sequenceHeader, received, zone);
    }
    if (!sender.equals(peerValue)) {
      peer = text(RecordHeaders.PEER, sender);
      peerValue = sender;
    }
    return withMore(dataset, collector, source, epoch, sequenceHeader, received, peer, zone);
  }

  private Header[] withMore(Header... usual) {
    if (more.length == 0) {
      return usual;
    }
    Header[] all = Arrays.copyOf(usual, usual.length + more.length);
    System.arraycopy(more, 0, all, usual.length, more.length);
    return all;
  }

  private Header number(String name, long value) {
    int at = LONGEST_NUMBER;
    long rest = value;
    do {
      digits[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    byte[] ascii = new byte[LONGEST_NUMBER - at];
    System.arraycopy(digits, at, ascii, 0, ascii.length);
    return new RecordHeader(name, ascii);
  }

  private static Header text(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
