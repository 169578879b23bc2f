package io.zhidun.stream.core;

import static io.zhidun.stream.core.Outgoing.header;

import io.zhidun.events.RawRecord;
import io.zhidun.events.RecordHeaders;
import io.zhidun.events.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.Header;

/**
 * A record that a hop could not read, kept so that it can be looked at and replayed.
 *
 * @param raw the record as it came
 * @param stage the hop that refused it
 * @param reason why
 */
public record Rejected(RawRecord raw, String stage, String reason) {
  /** Longest reason written; a reason may quote hostile input. */
  private static final int MAX_REASON = 500;

  public Rejected {
    Objects.requireNonNull(raw, "raw");
    Objects.requireNonNull(stage, "stage");
    Objects.requireNonNull(reason, "reason");
  }

  /** The record with the headers it came with, and why it was refused. */
  public Outgoing toOutgoing() {
    List<Header> headers = new ArrayList<>();
    headers.add(header(RecordHeaders.DATASET, raw.dataset()));
    headers.add(header(RecordHeaders.COLLECTOR, raw.collector()));
    headers.add(header(RecordHeaders.SOURCE, raw.source()));
    headers.add(header(RecordHeaders.EPOCH, Long.toString(raw.epoch())));
    headers.add(header(RecordHeaders.SEQUENCE, Long.toString(raw.sequence())));
    headers.add(header(RecordHeaders.RECEIVED, Long.toString(raw.receivedMicros())));
    String peer = raw.peer();
    if (peer != null) {
      headers.add(header(RecordHeaders.PEER, peer));
    }
    headers.add(header(RecordHeaders.ZONE, raw.zone()));
    headers.add(header(RecordHeaders.STAGE, stage));
    headers.add(
        header(RecordHeaders.REASON, reason.substring(0, Math.min(reason.length(), MAX_REASON))));
    byte[] key = raw.source().getBytes(StandardCharsets.UTF_8);
    return new Outgoing(Topics.REJECTED, key, raw.value(), headers);
  }
}
