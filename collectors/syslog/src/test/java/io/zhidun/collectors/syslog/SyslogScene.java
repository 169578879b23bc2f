package io.zhidun.collectors.syslog;

import static org.awaitility.Awaitility.await;

import io.zhidun.collectors.core.Shipper;
import io.zhidun.collectors.core.Source;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/** Makes collectors on free loopback ports and speaks to them. */
final class SyslogScene {
  private SyslogScene() {}

  static SyslogOptions options(String source, List<String> udp, List<String> tcp) {
    return SyslogOptions.of(
        new Source(source, "syslog", ZoneOffset.UTC),
        udp.stream().map(SyslogAddress::parse).toList(),
        tcp.stream().map(SyslogAddress::parse).toList());
  }

  static SyslogCollector collector(SyslogOptions options, Shipper shipper) {
    return new SyslogCollector(options, shipper, Clock.systemUTC(), System::nanoTime);
  }

  static void awaitBound(SyslogCollector collector, int addresses) {
    await().atMost(Duration.ofSeconds(20)).until(() -> collector.bound().size() == addresses);
  }

  static void datagram(InetSocketAddress to, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (DatagramSocket socket = new DatagramSocket()) {
      socket.send(new DatagramPacket(bytes, bytes.length, to));
    }
  }

  static Socket connect(InetSocketAddress to) throws IOException {
    return new Socket(to.getAddress(), to.getPort());
  }

  static void say(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }
}
