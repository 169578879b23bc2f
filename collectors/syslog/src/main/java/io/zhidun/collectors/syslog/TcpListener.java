package io.zhidun.collectors.syslog;

import io.zhidun.collectors.core.RejectReason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Accepts connections up to the limit; one above it is closed at once and counted. */
final class TcpListener implements Receiver {
  private final ServerSocketChannel server;
  private final Selector selector;
  private final Intake intake;
  private final ConnectionTable table;
  private final int maxMessage;

  TcpListener(
      ServerSocketChannel server,
      Selector selector,
      Intake intake,
      ConnectionTable table,
      int maxMessage) {
    this.server = server;
    this.selector = selector;
    this.intake = intake;
    this.table = table;
    this.maxMessage = maxMessage;
  }

  @Override
  public void ready() throws IOException {
    for (SocketChannel channel = server.accept(); channel != null; channel = server.accept()) {
      if (table.isFull()) {
        intake.reject(RejectReason.CONNECTION_LIMIT);
        channel.close();
        continue;
      }
      try {
        open(channel);
      } catch (IOException e) {
        channel.close(); // gone before it was looked at
      }
    }
  }

  private void open(SocketChannel channel) throws IOException {
    if (!(channel.getRemoteAddress() instanceof InetSocketAddress peer)) {
      channel.close();
      return;
    }
    channel.configureBlocking(false);
    // Finds senders that went away without a word.
    channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
    SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
    TcpConnection connection =
        new TcpConnection(
            channel, key, peer.getAddress(), intake, new SyslogFramer(maxMessage), table);
    key.attach(connection);
    table.opened(connection);
  }
}
