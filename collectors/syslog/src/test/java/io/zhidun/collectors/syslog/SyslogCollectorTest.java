package io.zhidun.collectors.syslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zhidun.collectors.core.RejectReason;
import io.zhidun.collectors.core.SourceCounters;
import io.zhidun.collectors.testkit.InMemoryShipper;
import io.zhidun.collectors.testkit.ShippedRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SyslogCollectorTest {
  private final InMemoryShipper shipper = new InMemoryShipper();
  private SyslogCollector collector =
      SyslogScene.collector(
          SyslogScene.options(
              "s", List.of("127.0.0.1:0", "[::1]:0"), List.of("127.0.0.1:0", "[::1]:0")),
          shipper);
  private Thread thread = new Thread(this::run);

  @AfterEach
  void stop() throws InterruptedException {
    collector.stop();
    thread.join(10_000);
  }

  @Test
  void namesTheSenderOverBothProtocolsAndFamilies() throws IOException {
    start(4);
    SyslogScene.datagram(address(0), "<13>u4");
    awaitRecords(1);
    SyslogScene.datagram(address(1), "<13>u6\n");
    awaitRecords(2);
    speak(address(2), "<13>t4\n");
    awaitRecords(3);
    speak(address(3), "6 <13>t6");
    awaitRecords(4);
    assertThat(shipper.records("s"))
        .extracting(ShippedRecord::text, ShippedRecord::peer)
        .containsExactly(
            tuple("<13>u4", "127.0.0.1"),
            tuple("<13>u6", "::1"),
            tuple("<13>t4", "127.0.0.1"),
            tuple("<13>t6", "::1"));
  }

  @Test
  void servesManyConnectionsAtOnce() throws IOException {
    start(4);
    List<Socket> sockets = IntStream.range(0, 200).mapToObj(i -> connect(address(2))).toList();
    for (int i = 0; i < 1000; i++) {
      SyslogScene.say(sockets.get(i % 200), "<13>message " + i + "\n");
    }
    awaitRecords(1000);
    for (Socket socket : sockets) {
      socket.close();
    }
    assertThat(shipper.texts("s")).doesNotHaveDuplicates();
  }

  @Test
  void holdsAConnectionBackWhileNothingCanBeKept() throws IOException {
    start(4);
    shipper.full(true);
    try (Socket socket = SyslogScene.connect(address(2))) {
      SyslogScene.say(socket, "<13>a\n<13>b\n<13>c\n");
      assertThat(shipper.texts("s")).isEmpty();
      shipper.full(false);
      awaitRecords(3);
      SyslogScene.say(socket, "<13>d\n");
      awaitRecords(4);
    }
    assertThat(shipper.texts("s")).containsExactly("<13>a", "<13>b", "<13>c", "<13>d");
    assertThat(counters().rejected()).isZero();
  }

  @Test
  void countsDatagramsThatNothingCanKeep() throws IOException {
    start(4);
    shipper.full(true);
    SyslogScene.datagram(address(0), "<13>lost");
    SyslogScene.datagram(address(0), "");
    await().until(() -> counters().rejectedFor(RejectReason.SPOOL_FULL) == 1);
    await().until(() -> counters().rejectedFor(RejectReason.EMPTY) == 1);
    assertThat(counters().in()).isEqualTo(2);
  }

  @Test
  void refusesConnectionsAboveTheLimit() throws IOException {
    limited(64, 1, Duration.ofHours(1));
    start(2);
    try (Socket first = SyslogScene.connect(address(1));
        Socket second = SyslogScene.connect(address(1))) {
      assertThat(second.getInputStream().read()).isEqualTo(-1);
      SyslogScene.say(first, "<13>works\n");
      awaitRecords(1);
    }
    assertThat(counters().rejectedFor(RejectReason.CONNECTION_LIMIT)).isEqualTo(1);
  }

  @Test
  void closesConnectionsThatStaySilent() throws IOException {
    limited(64, 10, Duration.ofMillis(1));
    start(2);
    try (Socket socket = SyslogScene.connect(address(1))) {
      assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }
  }

  @Test
  void cutsMessagesAtTheLimitWhateverCarriesThem() throws IOException {
    limited(8, 10, Duration.ofHours(1));
    start(2);
    SyslogScene.datagram(address(0), "<13>123456");
    awaitRecords(1);
    speak(address(1), "<13>123456\n");
    awaitRecords(2);
    speak(address(1), "10 <13>123456");
    awaitRecords(3);
    assertThat(shipper.texts("s")).containsOnly("<13>1234");
    await().until(() -> counters().rejectedFor(RejectReason.TOO_LONG) == 3);
  }

  @Test
  void saysWhichAddressItCannotHave() throws IOException {
    start(4);
    String taken = "127.0.0.1:" + address(2).getPort();
    SyslogCollector other =
        SyslogScene.collector(SyslogScene.options("other", List.of(), List.of(taken)), shipper);
    assertThatThrownBy(other::run)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot listen on TCP /" + taken);
  }

  private void limited(int maxMessage, int connections, Duration idle) {
    SyslogOptions usual = SyslogScene.options("s", List.of("127.0.0.1:0"), List.of("127.0.0.1:0"));
    collector =
        SyslogScene.collector(
            new SyslogOptions(
                usual.source(), usual.udp(), usual.tcp(), maxMessage, connections, idle),
            shipper);
    thread = new Thread(this::run);
  }

  private void start(int addresses) {
    thread.start();
    SyslogScene.awaitBound(collector, addresses);
  }

  private void run() {
    try {
      collector.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private InetSocketAddress address(int index) {
    return collector.bound().get(index);
  }

  private SourceCounters counters() {
    return shipper.counters("s");
  }

  private void awaitRecords(int count) {
    await().atMost(Duration.ofSeconds(20)).until(() -> shipper.records("s").size() == count);
  }

  private static void speak(InetSocketAddress to, String text) throws IOException {
    try (Socket socket = SyslogScene.connect(to)) {
      SyslogScene.say(socket, text);
    }
  }

  private static Socket connect(InetSocketAddress to) {
    try {
      return SyslogScene.connect(to);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.api.Assertions.tuple(values);
  }
}
