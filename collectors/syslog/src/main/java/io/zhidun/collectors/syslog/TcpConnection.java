package io.zhidun.collectors.syslog;

import io.zhidun.collectors.core.RejectReason;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One sender. Between reads only an unfinished message is kept; while the outlet has no room
 * nothing is read, so that the sender's own buffers fill and it waits.
 */
final class TcpConnection implements Receiver {
  private static final byte[] NOTHING = new byte[0];

  private final SocketChannel channel;
  private final SelectionKey key;
  private final InetAddress sender;
  private final Intake intake;
  private final SyslogFramer framer;
  private final ConnectionTable table;
  private byte[] unfinished = NOTHING;
  private byte @Nullable [] held;
  private long lastActive;

  TcpConnection(
      SocketChannel channel,
      SelectionKey key,
      InetAddress sender,
      Intake intake,
      SyslogFramer framer,
      ConnectionTable table) {
    this.channel = channel;
    this.key = key;
    this.sender = sender;
    this.intake = intake;
    this.framer = framer;
    this.table = table;
    this.lastActive = table.now();
  }

  @Override
  public void ready() {
    byte[] work = table.workspace();
    System.arraycopy(unfinished, 0, work, 0, unfinished.length);
    int count = read(ByteBuffer.wrap(work, unfinished.length, work.length - unfinished.length));
    lastActive = table.now();
    boolean ended = count < 0;
    frame(work, unfinished.length + Math.max(0, count), ended);
    if (ended && held == null) {
      close();
    }
  }

  private int read(ByteBuffer into) {
    try {
      return channel.read(into);
    } catch (IOException e) {
      return -1; // reset by the sender: like an end
    }
  }

  private void frame(byte[] work, int length, boolean ended) {
    int at = 0;
    while (held == null && framer.next(work, at, length)) {
      at = framer.consumed();
      take(work);
    }
    if (held == null) {
      at = framer.consumed();
    }
    if (held == null && ended && at < length) {
      boolean some = framer.last(work, at, length);
      at = length;
      if (some) {
        take(work);
      }
    }
    keep(at == length ? NOTHING : Arrays.copyOfRange(work, at, length));
  }

  private void take(byte[] work) {
    RejectReason fault = framer.fault();
    if (fault != null) {
      intake.reject(fault);
    }
    if (framer.from() == framer.to()) {
      intake.reject(RejectReason.EMPTY);
      return;
    }
    offer(Arrays.copyOfRange(work, framer.from(), framer.to()));
  }

  private void offer(byte[] value) {
    held = intake.offer(value, sender) ? null : value;
    if (held != null) {
      key.interestOps(0);
      table.paused(this);
    }
  }

  private void keep(byte[] rest) {
    boolean fits = table.reserve(rest.length - unfinished.length);
    unfinished = rest;
    if (!fits) {
      intake.reject(RejectReason.CONNECTION_LIMIT);
      close();
    }
  }

  /** Tries again what the outlet had refused; true if the connection goes on. */
  boolean resume() {
    byte[] value = held;
    if (value == null || !key.isValid()) {
      return true;
    }
    if (!intake.offer(value, sender)) {
      return false;
    }
    held = null;
    key.interestOps(SelectionKey.OP_READ);
    ready();
    return held == null;
  }

  /** Whether nothing came for this long; a connection held back is not idle. */
  boolean idle(long nanos) {
    return held == null && table.now() - lastActive > nanos;
  }

  /** Ends the connection from this side; what was unfinished is shipped as it is. */
  void end() {
    byte[] rest = unfinished;
    if (held != null) {
      if (!intake.offer(held, sender)) {
        intake.reject(RejectReason.SPOOL_FULL);
      }
      held = null;
    }
    frame(rest, rest.length, true);
    close();
  }

  private void close() {
    boolean unused = table.reserve(-unfinished.length);
    unfinished = NOTHING;
    table.closed(this);
    try {
      channel.close();
    } catch (IOException e) {
      // It is of no use any more.
    }
  }
}
