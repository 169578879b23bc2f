package io.zhidun.stream.core;

import io.zhidun.events.RawRecord;
import io.zhidun.events.RecordHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Which header stands where in the records of one source, and the values that do not change. Names
 * of headers are text that Kafka decodes anew for every record; that was a fifth of the stream's
 * time. So they are decoded once: a record whose constant values are byte for byte those of this
 * shape, in the same places, has the same names.
 *
 * <p>Holds the numbers of the record that was asked about last; belongs to one thread.
 */
final class HeaderShape {
  private enum Role {
    CONSTANT,
    EPOCH,
    SEQUENCE,
    RECEIVED,
    PEER,
    OTHER
  }

  private final Role[] roles;
  private final byte[][] constants;
  private final String dataset;
  private final String collector;
  private final @Nullable String source;
  private final String foreignSource;
  private final String zone;

  private byte[] peerBytes = new byte[0];
  private @Nullable String peer;
  private long epoch;
  private long sequence = -1;
  private long received = -1;

  private HeaderShape(ConsumerRecord<byte[], byte[]> record, Header[] headers) {
    List<Role> found = new ArrayList<>();
    constants = new byte[headers.length][];
    for (int i = 0; i < headers.length; i++) {
      found.add(role(headers[i].key()));
      constants[i] = headers[i].value() == null ? new byte[0] : headers[i].value();
    }
    roles = found.toArray(Role[]::new);
    dataset = text(record, RecordHeaders.DATASET, "syslog");
    collector = text(record, RecordHeaders.COLLECTOR, "");
    Header named = record.headers().lastHeader(RecordHeaders.SOURCE);
    source = named == null ? null : text(record, RecordHeaders.SOURCE, "");
    foreignSource = record.topic() + "-" + record.partition();
    zone = text(record, RecordHeaders.ZONE, "UTC");
  }

  static HeaderShape of(ConsumerRecord<byte[], byte[]> record) {
    return new HeaderShape(record, record.headers().toArray());
  }

  private static Role role(String name) {
    return switch (name) {
      case RecordHeaders.DATASET,
          RecordHeaders.COLLECTOR,
          RecordHeaders.SOURCE,
          RecordHeaders.ZONE ->
          Role.CONSTANT;
      case RecordHeaders.EPOCH -> Role.EPOCH;
      case RecordHeaders.SEQUENCE -> Role.SEQUENCE;
      case RecordHeaders.RECEIVED -> Role.RECEIVED;
      case RecordHeaders.PEER -> Role.PEER;
      default -> Role.OTHER;
    };
  }

  private static String text(ConsumerRecord<?, ?> record, String name, String fallback) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null
        ? fallback
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  String source() {
    return source == null ? foreignSource : source;
  }

  boolean sameAs(HeaderShape other) {
    return Arrays.equals(roles, other.roles) && source().equals(other.source());
  }

  /** Whether the headers have this shape; if so, notes their numbers. */
  boolean fits(Headers headers) {
    if (source == null) {
      return false;
    }
    epoch = 0;
    sequence = -1;
    received = -1;
    int i = 0;
    for (Header header : headers) {
      if (i == roles.length) {
        return false;
      }
      switch (roles[i]) {
        case CONSTANT -> {
          if (!HeaderValue.equals(header, constants[i])) {
            return false;
          }
        }
        case EPOCH -> epoch = Math.max(0, HeaderValue.number(header));
        case SEQUENCE -> sequence = HeaderValue.number(header);
        case RECEIVED -> received = HeaderValue.number(header);
        case PEER -> peer(header.value());
        case OTHER -> {}
      }
      i++;
    }
    return i == roles.length;
  }

  private void peer(byte @Nullable [] value) {
    if (value != null && (peer == null || !Arrays.equals(value, peerBytes))) {
      peerBytes = value;
      peer = new String(value, StandardCharsets.UTF_8);
    }
  }

  /** The raw record, with the numbers noted by {@link #fits}. */
  RawRecord rawRecord(ConsumerRecord<byte[], byte[]> record) {
    String named = source;
    byte[] value = record.value() == null ? new byte[0] : record.value();
    long at = received >= 0 ? received : record.timestamp() * 1000;
    return named == null
        ? new RawRecord(
            dataset, collector, foreignSource, 0, record.offset(), at, peer, zone, value)
        : new RawRecord(
            dataset,
            collector,
            named,
            epoch,
            sequence >= 0 ? sequence : record.offset(),
            at,
            peer,
            zone,
            value);
  }
}
