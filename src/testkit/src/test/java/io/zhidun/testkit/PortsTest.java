package io.zhidun.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void givesDifferentPortsThatCanBeListenedOn() throws Exception {
    assertThat(Ports.free(5)).doesNotHaveDuplicates().hasSize(5);

    int port = Ports.free();
    for (String address : new String[] {"127.0.0.1", "::1"}) {
      try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getByName(address))) {
        assertThat(socket.getLocalPort()).isEqualTo(port);
      }
    }
  }
}
