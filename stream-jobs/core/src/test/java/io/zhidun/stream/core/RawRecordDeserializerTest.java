package io.zhidun.stream.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.RawRecord;
import io.zhidun.events.RecordHeaders;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.record.internal.DefaultRecord;
import org.junit.jupiter.api.Test;

class RawRecordDeserializerTest {
  private final RawRecordDeserializer deserializer = new RawRecordDeserializer();

  @Test
  void readsTheHeadersOfACollector() {
    RawRecord raw = read(record("auth", 7, "2001:db8::1"));

    assertThat(raw.dataset()).isEqualTo("syslog");
    assertThat(raw.eventId()).isEqualTo("auth:3:7");
    assertThat(raw.receivedMicros()).isEqualTo(1_700_000_000_000_001L);
    assertThat(raw.peer()).isEqualTo("2001:db8::1");
    assertThat(raw.zone()).isEqualTo("Asia/Shanghai");
  }

  @Test
  void readsHeadersThatLieInABufferAsKafkaHandsThemOver() {
    ConsumerRecord<byte[], byte[]> received = bare();
    buffered(received, RecordHeaders.SOURCE, "auth");
    buffered(received, RecordHeaders.EPOCH, "3");
    buffered(received, RecordHeaders.SEQUENCE, "12");
    read(record("auth", 7, "::1"));

    assertThat(read(received).eventId()).isEqualTo("auth:3:12");
    assertThat(read(received).eventId()).isEqualTo("auth:3:12");
  }

  private static void buffered(ConsumerRecord<byte[], byte[]> to, String name, String value) {
    to.headers()
        .add(
            new RecordHeader(
                ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8)),
                ByteBuffer.wrap((">" + value).getBytes(StandardCharsets.UTF_8), 1, value.length())
                    .slice()));
  }

  @Test
  void keepsSourcesApartThatTakeTurns() {
    for (int i = 0; i < 3; i++) {
      assertThat(read(record("auth", i, "192.0.2." + i)).eventId()).isEqualTo("auth:3:" + i);
      assertThat(read(record("web", i, "192.0.2.9")).eventId()).isEqualTo("web:3:" + i);
    }
  }

  @Test
  void noticesWhenTheHeadersOfASourceChangeTheirPlaces() {
    read(record("auth", 1, "192.0.2.1"));
    ConsumerRecord<byte[], byte[]> other = bare();
    add(other, RecordHeaders.SOURCE, "auth");
    add(other, RecordHeaders.SEQUENCE, "9");
    add(other, RecordHeaders.EPOCH, "4");
    add(other, RecordHeaders.DATASET, "sshd");

    RawRecord raw = read(other);

    assertThat(raw.eventId()).isEqualTo("auth:4:9");
    assertThat(raw.dataset()).isEqualTo("sshd");
    assertThat(raw.zone()).isEqualTo("UTC");
  }

  @Test
  void takesARecordWithoutHeadersByItsPlaceInTheTopic() {
    RawRecord raw = read(bare());

    assertThat(raw.eventId()).isEqualTo("raw-2:0:41");
    assertThat(raw.receivedMicros()).isEqualTo(5_000_000);
  }

  @Test
  void doesNotTrustNumbersThatAreNone() {
    ConsumerRecord<byte[], byte[]> hostile = bare();
    add(hostile, RecordHeaders.SOURCE, "auth");
    add(hostile, RecordHeaders.SEQUENCE, "-1");
    add(hostile, RecordHeaders.EPOCH, "99999999999999999999");
    add(hostile, RecordHeaders.RECEIVED, "soon");

    RawRecord raw = read(hostile);

    assertThat(raw.eventId()).isEqualTo("auth:0:41");
    assertThat(raw.receivedMicros()).isEqualTo(5_000_000);
  }

  @Test
  void recordsSurviveTheirSerializer() throws Exception {
    RawRecord raw = read(record("auth", 7, "::1"));
    RawRecordSerializer serializer = new RawRecordSerializer();
    var out = new org.apache.flink.core.memory.DataOutputSerializer(64);
    serializer.serialize(raw, out);

    RawRecord again =
        serializer.deserialize(
            new org.apache.flink.core.memory.DataInputDeserializer(out.getCopyOfBuffer()));

    assertThat(again).usingRecursiveComparison().isEqualTo(raw);
  }

  @Test
  void readsTheHeadersWhereKafkaDecodedThemAsItWouldOneByOne() throws Exception {
    Random random = new Random(20261127);
    for (int i = 0; i < 2_000; i++) {
      ConsumerRecord<byte[], byte[]> whole = record("auth", i, "192.0.2.7");
      if (random.nextInt(4) == 0) {
        add(whole, RecordHeaders.DATASET, "second");
      }
      if (random.nextInt(8) == 0) {
        whole.headers().remove(RecordHeaders.RECEIVED);
      }
      ConsumerRecord<byte[], byte[]> damaged = withNoise(whole, random);

      assertThat(read(decoded(damaged)))
          .usingRecursiveComparison()
          .isEqualTo(
              new RawRecordDeserializer()
                  .complete(deserialized(new RawRecordDeserializer(), damaged)));
    }
  }

  /** Replaces the value of a header by something of any length, or leaves the record alone. */
  private static ConsumerRecord<byte[], byte[]> withNoise(
      ConsumerRecord<byte[], byte[]> record, Random random) {
    if (random.nextBoolean()) {
      return record;
    }
    Header[] headers = record.headers().toArray();
    String name = headers[random.nextInt(headers.length)].key();
    byte[] noise = new byte[random.nextInt(80)];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (byte) (random.nextInt(5) == 0 ? random.nextInt(256) : '0' + random.nextInt(10));
    }
    record.headers().remove(name);
    record.headers().add(new RecordHeader(name, noise));
    return record;
  }

  /** The record as the consumer sees it: headers are slices of the buffer it was read into. */
  private static ConsumerRecord<byte[], byte[]> decoded(ConsumerRecord<byte[], byte[]> record)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DefaultRecord.writeTo(
        new DataOutputStream(bytes),
        0,
        0,
        null,
        ByteBuffer.wrap(record.value()),
        record.headers().toArray());
    DefaultRecord read =
        DefaultRecord.readFrom(ByteBuffer.wrap(bytes.toByteArray()), 0, 0, 0, null);
    return with(new org.apache.kafka.common.header.internals.RecordHeaders(read.headers()));
  }

  private RawRecord read(ConsumerRecord<byte[], byte[]> record) {
    return deserializer.complete(deserialized(deserializer, record));
  }

  private static ConsumerRecord<Void, RawRecord> deserialized(
      RawRecordDeserializer deserializer, ConsumerRecord<byte[], byte[]> record) {
    return new ConsumerRecord<>(
        record.topic(),
        record.partition(),
        record.offset(),
        record.timestamp(),
        record.timestampType(),
        0,
        1,
        null,
        deserializer.deserialize(record.topic(), record.headers(), record.value()),
        record.headers(),
        Optional.empty());
  }

  private static ConsumerRecord<byte[], byte[]> record(String source, long sequence, String peer) {
    ConsumerRecord<byte[], byte[]> record = bare();
    add(record, RecordHeaders.DATASET, "syslog");
    add(record, RecordHeaders.COLLECTOR, "agent-1");
    add(record, RecordHeaders.SOURCE, source);
    add(record, RecordHeaders.EPOCH, "3");
    add(record, RecordHeaders.SEQUENCE, Long.toString(sequence));
    add(record, RecordHeaders.RECEIVED, "1700000000000001");
    add(record, RecordHeaders.PEER, peer);
    add(record, RecordHeaders.ZONE, "Asia/Shanghai");
    return record;
  }

  private static void add(ConsumerRecord<byte[], byte[]> to, String name, String value) {
    to.headers().add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8)));
  }

  private static ConsumerRecord<byte[], byte[]> bare() {
    return with(new org.apache.kafka.common.header.internals.RecordHeaders());
  }

  private static ConsumerRecord<byte[], byte[]> with(Headers headers) {
    return new ConsumerRecord<>(
        "raw",
        2,
        41,
        5_000,
        TimestampType.CREATE_TIME,
        0,
        1,
        new byte[0],
        new byte[] {'x'},
        headers,
        Optional.empty());
  }
}
