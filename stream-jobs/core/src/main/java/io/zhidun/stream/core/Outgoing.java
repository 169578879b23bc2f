package io.zhidun.stream.core;

import io.zhidun.events.RecordHeaders;
import io.zhidun.events.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * A record on its way to Kafka, encoded already.
 *
 * @param topic where it goes
 * @param key key bytes
 * @param value value bytes
 * @param headers headers in order; shared by many records and not changed
 */
public record Outgoing(String topic, byte[] key, byte[] value, List<Header> headers) {
  /**
   * Largest value in bytes that is written. With key and headers it stays below what brokers take;
   * a larger one would be refused by the producer, and the job would begin again for ever.
   */
  public static final int LARGEST = 6 << 20;

  /** So much of a value that is too large is kept. */
  private static final int KEPT = 1 << 20;

  private static final Header VERSION = header(RecordHeaders.SCHEMA, "1");

  /** Headers of a record whose topic has no datasets. */
  public static final List<Header> SCHEMA = List.of(VERSION);

  public Outgoing {
    Objects.requireNonNull(topic, "topic");
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(headers, "headers");
  }

  /** Headers of a dataset's records. */
  public static List<Header> headers(String dataset) {
    return List.of(header(RecordHeaders.DATASET, dataset), VERSION);
  }

  /** Whether it can be written. */
  boolean fits() {
    return value.length <= LARGEST;
  }

  /** What is written in place of one that does not fit: its beginning, and why. */
  Outgoing refused() {
    String reason =
        "a record for %s has %d bytes, at most %d are written; the beginning is kept"
            .formatted(topic, value.length, LARGEST);
    List<Header> why =
        List.of(
            header(RecordHeaders.DATASET, topic),
            header(RecordHeaders.STAGE, "write"),
            header(RecordHeaders.REASON, reason));
    return new Outgoing(Topics.REJECTED, key, Arrays.copyOf(value, KEPT), why);
  }

  static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }

  public static RecordType<Outgoing> type() {
    return RecordType.of(Outgoing.class, new Serializer());
  }

  /** Serializer, should a task boundary ever stand before a sink. */
  public static final class Serializer extends RecordSerializer<Outgoing> {
    private static final long serialVersionUID = 1L;

    private static final int MOST_HEADERS = 100;

    @Override
    protected int version() {
      return 1;
    }

    @Override
    public Outgoing createInstance() {
      return new Outgoing("", new byte[0], new byte[0], List.of());
    }

    @Override
    protected void write(Outgoing value, DataOutputView out) throws IOException {
      writeText(value.topic, out);
      writeBytes(value.key, out);
      writeBytes(value.value, out);
      out.writeInt(value.headers.size());
      for (Header header : value.headers) {
        writeText(header.key(), out);
        writeBytes(header.value(), out);
      }
    }

    @Override
    protected Outgoing read(int version, DataInputView in) throws IOException {
      String topic = readText(in);
      byte[] key = readBytes(in);
      byte[] value = readBytes(in);
      int count = in.readInt();
      if (count < 0 || count > MOST_HEADERS) {
        throw new IOException("a record has at most " + MOST_HEADERS + " headers, got " + count);
      }
      List<Header> headers = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        headers.add(new RecordHeader(readText(in), readBytes(in)));
      }
      return new Outgoing(topic, key, value, headers);
    }

    @Override
    public TypeSerializerSnapshot<Outgoing> snapshotConfiguration() {
      return new Snapshot();
    }

    /** Identity of this serializer in a checkpoint. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Outgoing> {
      public Snapshot() {
        super(Serializer::new);
      }
    }
  }
}
