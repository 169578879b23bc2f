package io.zhidun.collectors.syslog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongSupplier;

/** Connections of a collector and the memory they share. Used by the collector's thread alone. */
final class ConnectionTable {
  /** Bytes of unfinished messages all connections together may keep. */
  private static final long MAX_UNFINISHED = 16 << 20;

  private static final int READ_BYTES = 64 << 10;

  private final int maxConnections;
  private final LongSupplier nanoTime;
  private final byte[] workspace;
  private final Set<TcpConnection> connections = new HashSet<>();
  private final Set<TcpConnection> paused = new HashSet<>();
  private long unfinished;

  ConnectionTable(int maxConnections, int largestFrame, LongSupplier nanoTime) {
    this.maxConnections = maxConnections;
    this.nanoTime = nanoTime;
    this.workspace = new byte[largestFrame + READ_BYTES];
  }

  long now() {
    return nanoTime.getAsLong();
  }

  /** Where whichever connection is read has its bytes framed. */
  byte[] workspace() {
    return workspace;
  }

  boolean isFull() {
    return connections.size() >= maxConnections;
  }

  void opened(TcpConnection connection) {
    connections.add(connection);
  }

  void closed(TcpConnection connection) {
    connections.remove(connection);
    paused.remove(connection);
  }

  void paused(TcpConnection connection) {
    paused.add(connection);
  }

  boolean anyPaused() {
    return !paused.isEmpty();
  }

  /** Accounts for memory taken (or, negative, given back); false above the limit. */
  boolean reserve(long bytes) {
    unfinished += bytes;
    return bytes <= 0 || unfinished <= MAX_UNFINISHED;
  }

  void resumePaused() {
    for (TcpConnection connection : List.copyOf(paused)) {
      if (connection.resume()) {
        paused.remove(connection);
      }
    }
  }

  void endIdle(long nanos) {
    for (TcpConnection connection : new ArrayList<>(connections)) {
      if (connection.idle(nanos)) {
        connection.end();
      }
    }
  }

  void endAll() {
    new ArrayList<>(connections).forEach(TcpConnection::end);
  }
}
