package io.zhidun.stream.core;

import io.zhidun.events.RawRecord;
import io.zhidun.events.RecordHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Which header stands where in the records of one source, and the values that do not change. Kafka
 * makes three objects of every header and decodes its name anew for every record; that was a fifth
 * of the stream's time. So a record is first held against the {@link HeaderTemplate} of its shape,
 * which needs none of them; only what does not fit is asked header by header.
 *
 * <p>Holds the numbers of the record that was asked about last; belongs to one thread.
 */
final class HeaderShape {
  /** Stands for a sequence or receive time that the headers do not say. */
  static final long UNSAID = Long.MAX_VALUE;

  private enum Role {
    CONSTANT,
    EPOCH,
    SEQUENCE,
    RECEIVED,
    PEER,
    OTHER
  }

  private final Role[] roles;
  private final String[] names;
  private final byte[][] constants;
  private final String dataset;
  private final String collector;
  private final String source;
  private final String zone;
  private final @Nullable HeaderTemplate template;

  private byte[] peerBytes = new byte[0];
  private @Nullable String peer;
  private long epoch;
  private long sequence = -1;
  private long received = -1;

  private HeaderShape(Headers all, Header[] headers) {
    List<Role> found = new ArrayList<>();
    names = new String[headers.length];
    constants = new byte[headers.length][];
    for (int i = 0; i < headers.length; i++) {
      names[i] = headers[i].key();
      found.add(role(names[i]));
      constants[i] = headers[i].value() == null ? new byte[0] : headers[i].value();
    }
    roles = found.toArray(Role[]::new);
    boolean[] variable = new boolean[roles.length];
    for (int i = 0; i < roles.length; i++) {
      variable[i] = roles[i] != Role.CONSTANT;
    }
    template = HeaderTemplate.of(headers, variable);
    dataset = text(all, RecordHeaders.DATASET, "syslog");
    collector = text(all, RecordHeaders.COLLECTOR, "");
    source = text(all, RecordHeaders.SOURCE, "");
    zone = text(all, RecordHeaders.ZONE, "UTC");
  }

  static HeaderShape of(Headers headers) {
    return new HeaderShape(headers, headers.toArray());
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

  private static String text(Headers headers, String name, String fallback) {
    Header header = headers.lastHeader(name);
    return header == null || header.value() == null
        ? fallback
        : new String(header.value(), StandardCharsets.UTF_8);
  }

  /** The source that the headers name, or empty. */
  String source() {
    return source;
  }

  boolean sameAs(HeaderShape other) {
    return Arrays.equals(roles, other.roles) && source.equals(other.source);
  }

  /** Whether the headers have this shape; if so, notes their numbers. */
  boolean fits(Headers headers) {
    if (source.isEmpty()) {
      return false;
    }
    epoch = 0;
    sequence = -1;
    received = -1;
    HeaderTemplate laidOut = template;
    if (laidOut != null && laidOut.find(headers)) {
      note(laidOut);
      return true;
    }
    return fitsOneByOne(headers);
  }

  private void note(HeaderTemplate found) {
    int variable = 0;
    for (Role role : roles) {
      switch (role) {
        case CONSTANT -> {}
        case EPOCH -> epoch = Math.max(0, found.number(variable++));
        case SEQUENCE -> sequence = found.number(variable++);
        case RECEIVED -> received = found.number(variable++);
        case PEER -> {
          if (peer == null || !found.equals(variable, peerBytes)) {
            peer(found.value(variable));
          }
          variable++;
        }
        case OTHER -> variable++;
      }
    }
  }

  private boolean fitsOneByOne(Headers headers) {
    int i = 0;
    for (Header header : headers) {
      if (i == roles.length || !header.key().equals(names[i])) {
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

  /** The raw record, with the numbers noted by {@link #fits} or {@link #UNSAID}. */
  RawRecord rawRecord(byte[] value) {
    return new RawRecord(
        dataset,
        collector,
        source,
        epoch,
        sequence >= 0 ? sequence : UNSAID,
        received >= 0 ? received : UNSAID,
        peer,
        zone,
        value);
  }
}
