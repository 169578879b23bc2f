package io.zhidun.collectors.syslog;

import io.zhidun.collectors.core.RejectReason;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/** One datagram is one message. What neither Kafka nor the spool can take is counted and lost. */
final class UdpReceiver implements Receiver {
  /** Before other channels get their turn. */
  private static final int MAX_DATAGRAMS = 256;

  private final DatagramChannel channel;
  private final Intake intake;
  private final int maxMessage;
  private final ByteBuffer buffer;

  UdpReceiver(DatagramChannel channel, Intake intake, int maxMessage) {
    this.channel = channel;
    this.intake = intake;
    this.maxMessage = maxMessage;
    this.buffer = ByteBuffer.allocateDirect(Math.min(maxMessage, 0xffff) + 1);
  }

  @Override
  public void ready() throws IOException {
    for (int i = 0; i < MAX_DATAGRAMS; i++) {
      buffer.clear();
      if (!(channel.receive(buffer) instanceof InetSocketAddress sender)) {
        return;
      }
      buffer.flip();
      take(sender);
    }
  }

  private void take(InetSocketAddress sender) {
    int length = buffer.remaining();
    if (length > 0 && buffer.get(length - 1) == '\n') {
      length--; // a terminator, not content
    }
    if (length == 0) {
      intake.reject(RejectReason.EMPTY);
      return;
    }
    byte[] value = new byte[Math.min(length, maxMessage)];
    buffer.get(value);
    if (!intake.offer(value, sender.getAddress())) {
      intake.reject(RejectReason.SPOOL_FULL);
      return;
    }
    if (length > maxMessage) {
      intake.reject(RejectReason.TOO_LONG);
    }
  }
}
