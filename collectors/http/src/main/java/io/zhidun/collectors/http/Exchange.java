package io.zhidun.collectors.http;

import io.netty.buffer.ByteBuf;
import io.zhidun.collectors.core.RejectReason;
import io.zhidun.collectors.core.StreamOutlet;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One request's body on its way to the outlet: decompressed, framed and offered piece by piece, so
 * that no more of it is held than the record that is being read. Used by the event loop alone.
 */
final class Exchange implements AutoCloseable {
  private static final int CHUNK = 8 << 10;

  /** How far {@link #advance} came. */
  enum Step {
    NEEDS_INPUT,
    OUTLET_FULL,
    DONE
  }

  private final RequestHead head;
  private final Inlet inlet;
  private final IdempotencyKeys.Taken taken;
  private final HttpLimits limits;
  private final Clock clock;
  private final String peer;
  private final Reservation reservation;
  private final Framer framer;
  private final @Nullable Gunzip gunzip;
  private final byte[] chunk = new byte[CHUNK];
  private final long before;
  private int from;
  private int to;
  private long read;
  private @Nullable ByteBuf input;
  private boolean last;
  private byte @Nullable [] pending;
  private long index;
  private long accepted;
  private long empty;
  private long tooLong;

  Exchange(
      RequestHead head,
      Inlet inlet,
      IdempotencyKeys.Taken taken,
      HttpLimits limits,
      Reservation.Memory memory,
      Clock clock,
      String peer) {
    this.head = head;
    this.inlet = inlet;
    this.taken = taken;
    this.limits = limits;
    this.clock = clock;
    this.peer = peer;
    this.before = taken.records;
    this.reservation = new Reservation(memory);
    boolean lines = head.dataset().lines();
    boolean announced = !head.gzip() && head.length() > limits.record();
    // One that says it is too large is read only so far that its beginning can be kept.
    int limit = !lines && announced ? Math.min(Framer.KEPT, limits.record()) : limits.record();
    this.framer = new Framer(lines, limit, reservation);
    this.gunzip = head.gzip() ? new Gunzip() : null;
  }

  /** The next piece of the body; whoever gives it gives it away. */
  void input(ByteBuf content, boolean isLast) {
    releaseInput();
    input = content;
    last = isLast;
  }

  /** Whether the whole body was received. */
  boolean received() {
    return last;
  }

  /** Goes on until there is nothing to go on with. */
  Step advance() throws RefusalException {
    while (true) {
      if (!ship()) {
        return Step.OUTLET_FULL;
      }
      if (from < to || refill()) {
        Item item = framer.next(chunk, from, to);
        from = framer.consumed();
        requireShortDocument();
        note(item);
      } else if (!last) {
        return Step.NEEDS_INPUT;
      } else if (framer.inRecord()) {
        requireWhole();
        note(framer.end());
      } else {
        requireWhole();
        requireRecord();
        return Step.DONE;
      }
    }
  }

  private boolean refill() throws RefusalException {
    ByteBuf content = input;
    if (content == null) {
      return false;
    }
    from = 0;
    if (gunzip == null) {
      to = Math.min(chunk.length, content.readableBytes());
      content.readBytes(chunk, 0, to);
    } else {
      to = gunzip.read(content, chunk);
    }
    read += to;
    if (read > limits.body()) {
      keepUnfinished();
      throw new RefusalException(
          Problem.TOO_LARGE, "a body may have " + limits.body() + " bytes, decompressed");
    }
    return to > 0;
  }

  private void requireShortDocument() throws RefusalException {
    if (!head.dataset().lines() && framer.tooLong()) {
      keepUnfinished();
      throw tooLarge();
    }
  }

  private RefusalException tooLarge() {
    return new RefusalException(
        Problem.TOO_LARGE, "a record may have " + limits.record() + " bytes");
  }

  private void keepUnfinished() {
    if (framer.inRecord()) {
      reject(framer.abandon());
    }
  }

  private void requireWhole() throws RefusalException {
    if (gunzip != null && !gunzip.ended()) {
      throw new RefusalException(Problem.BAD_COMPRESSION, "the gzip body ends too early");
    }
  }

  private void requireRecord() throws RefusalException {
    if (tally().hasRecords()) {
      return;
    }
    if (tooLong > 0) {
      throw tooLarge();
    }
    throw new RefusalException(Problem.NO_RECORD, "the body holds no record");
  }

  private void note(@Nullable Item item) {
    if (item == null) {
      return;
    }
    switch (item.kind()) {
      case RECORD -> {
        index++;
        pending = index > before ? item.value() : null;
      }
      case EMPTY -> {
        empty++;
        if (index >= before) {
          inlet.records().counters().rejected(RejectReason.EMPTY);
        }
      }
      case TOO_LONG -> reject(item.value());
    }
  }

  /** Counts what is too long and keeps its beginning, unless an earlier request did so. */
  private void reject(byte[] beginning) {
    tooLong++;
    if (index < before) {
      return;
    }
    inlet.records().counters().rejected(RejectReason.TOO_LONG);
    if (!inlet.rejected().offer(beginning, nowMicros(), peer)) {
      inlet.rejected().counters().rejected(RejectReason.SPOOL_FULL);
    }
  }

  private boolean ship() throws RefusalException {
    byte[] record = pending;
    if (record == null) {
      return true;
    }
    StreamOutlet outlet = inlet.records();
    if (!outlet.offer(record, nowMicros(), peer)) {
      return false;
    }
    pending = null;
    framer.shipped();
    accepted++;
    taken.records++;
    taken.target = outlet.next();
    return true;
  }

  private long nowMicros() {
    Instant now = clock.instant();
    return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
  }

  /** Whether everything taken outlives the agent. */
  boolean kept() {
    return inlet.records().kept() >= taken.target;
  }

  Tally tally() {
    return new Tally(accepted, Math.min(index, before), empty, tooLong);
  }

  /** Says why the record that is held was not taken. */
  void refuseHeld(RejectReason reason) {
    if (pending != null || framer.inRecord()) {
      inlet.records().counters().rejected(reason);
    }
  }

  private void releaseInput() {
    ByteBuf content = input;
    if (content != null) {
      content.release();
      input = null;
    }
  }

  @Override
  public void close() {
    releaseInput();
    reservation.release();
    if (gunzip != null) {
      gunzip.close();
    }
  }
}
