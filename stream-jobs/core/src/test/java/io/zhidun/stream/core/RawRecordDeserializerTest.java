package io.zhidun.stream.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.RawRecord;
import io.zhidun.events.RecordHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RawRecordReaderTest {
  private final RawRecordReader reader = new RawRecordReader();

  @Test
  void readsTheHeadersOfACollector() {
    RawRecord raw = reader.read(record("auth", 7, "2001:db8::1"));

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
    reader.read(record("auth", 7, "::1"));

    assertThat(reader.read(received).eventId()).isEqualTo("auth:3:12");
    assertThat(reader.read(received).eventId()).isEqualTo("auth:3:12");
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
      assertThat(reader.read(record("auth", i, "192.0.2." + i)).eventId()).isEqualTo("auth:3:" + i);
      assertThat(reader.read(record("web", i, "192.0.2.9")).eventId()).isEqualTo("web:3:" + i);
    }
  }

  @Test
  void noticesWhenTheHeadersOfASourceChangeTheirPlaces() {
    reader.read(record("auth", 1, "192.0.2.1"));
    ConsumerRecord<byte[], byte[]> other = bare();
    add(other, RecordHeaders.SOURCE, "auth");
    add(other, RecordHeaders.SEQUENCE, "9");
    add(other, RecordHeaders.EPOCH, "4");
    add(other, RecordHeaders.DATASET, "sshd");

    RawRecord raw = reader.read(other);

    assertThat(raw.eventId()).isEqualTo("auth:4:9");
    assertThat(raw.dataset()).isEqualTo("sshd");
    assertThat(raw.zone()).isEqualTo("UTC");
  }

  @Test
  void takesARecordWithoutHeadersByItsPlaceInTheTopic() {
    RawRecord raw = reader.read(bare());

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

    RawRecord raw = reader.read(hostile);

    assertThat(raw.eventId()).isEqualTo("auth:0:41");
    assertThat(raw.receivedMicros()).isEqualTo(5_000_000);
  }

  @Test
  void recordsSurviveTheirSerializer() throws Exception {
    RawRecord raw = reader.read(record("auth", 7, "::1"));
    RawRecordSerializer serializer = new RawRecordSerializer();
    var out = new org.apache.flink.core.memory.DataOutputSerializer(64);
    serializer.serialize(raw, out);

    RawRecord again =
        serializer.deserialize(
            new org.apache.flink.core.memory.DataInputDeserializer(out.getCopyOfBuffer()));

    assertThat(again).usingRecursiveComparison().isEqualTo(raw);
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
        new org.apache.kafka.common.header.internals.RecordHeaders(),
        Optional.empty());
  }
}
