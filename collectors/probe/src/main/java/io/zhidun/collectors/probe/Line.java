package io.zhidun.collectors.probe;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The deadline of one look: a watchdog cuts what is open, so that who trickles bytes holds nobody.
 * Safe for several threads.
 */
final class Line implements AutoCloseable {
  private final long untilNanos;
  private final List<Closeable> open = new ArrayList<>();
  private boolean cut;

  Line(long untilNanos) {
    this.untilNanos = untilNanos;
  }

  /** Milliseconds left, at least 1. */
  int leftMillis() throws SocketTimeoutException {
    long left = TimeUnit.NANOSECONDS.toMillis(untilNanos - System.nanoTime());
    if (left <= 0) {
      throw new SocketTimeoutException("the deadline has passed");
    }
    return (int) Math.min(Integer.MAX_VALUE, left);
  }

  /** A connected socket that is cut at the deadline. */
  Socket connect(InetSocketAddress address) throws IOException {
    Socket socket = watch(new Socket());
    socket.setTcpNoDelay(true);
    socket.connect(address, leftMillis());
    socket.setSoTimeout(leftMillis());
    return socket;
  }

  /** Cuts this too. */
  synchronized <T extends Closeable> T watch(T closeable) throws IOException {
    open.add(closeable);
    if (cut) {
      close();
    }
    return closeable;
  }

  /** The deadline has passed. */
  synchronized void cut() {
    cut = true;
    close();
  }

  synchronized boolean wasCut() {
    return cut;
  }

  @Override
  public synchronized void close() {
    for (Closeable each : open) {
      try {
        each.close();
      } catch (IOException e) {
        continue; // nothing is left that could be done with it
      }
    }
    open.clear();
  }
}
