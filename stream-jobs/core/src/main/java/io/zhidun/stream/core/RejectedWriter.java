package io.zhidun.stream.core;

import io.zhidun.events.RawRecord;
import io.zhidun.events.RecordHeaders;
import io.zhidun.events.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/** Writes rejected records with the headers they came with, and why they were refused. */
final class RejectedWriter implements KafkaRecordSerializationSchema<Rejected> {
  private static final long serialVersionUID = 1L;

  /** Longest reason written; a reason may quote hostile input. */
  private static final int MAX_REASON = 500;

  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Rejected element, KafkaSinkContext context, Long timestamp) {
    RawRecord raw = element.raw();
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(Topics.REJECTED, null, utf8(raw.source()), raw.value());
    Headers headers = record.headers();
    headers.add(RecordHeaders.DATASET, utf8(raw.dataset()));
    headers.add(RecordHeaders.COLLECTOR, utf8(raw.collector()));
    headers.add(RecordHeaders.SOURCE, utf8(raw.source()));
    headers.add(RecordHeaders.EPOCH, utf8(Long.toString(raw.epoch())));
    headers.add(RecordHeaders.SEQUENCE, utf8(Long.toString(raw.sequence())));
    headers.add(RecordHeaders.RECEIVED, utf8(Long.toString(raw.receivedMicros())));
    String peer = raw.peer();
    if (peer != null) {
      headers.add(RecordHeaders.PEER, utf8(peer));
    }
    headers.add(RecordHeaders.ZONE, utf8(raw.zone()));
    headers.add(RecordHeaders.STAGE, utf8(element.stage()));
    String reason = element.reason();
    headers.add(
        RecordHeaders.REASON, utf8(reason.substring(0, Math.min(reason.length(), MAX_REASON))));
    return record;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
