package io.zhidun.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortCheckTest {
  private static final String OWN_PID = Long.toString(ProcessHandle.current().pid());

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "::1", "0.0.0.0"})
  void namesTheProcessThatListensAndTheOption(String address) throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
      Ports ports = Ports.STANDARD.with(Map.of(Port.STREAM, socket.getLocalPort()));
      assertThat(PortCheck.faults(ports, Set.of(Plan.STREAM)))
          .singleElement()
          .asString()
          .startsWith("Port " + socket.getLocalPort() + " (stream health and metrics) is taken by")
          .contains("process " + OWN_PID + " (")
          .endsWith("; choose another with --stream-port N.");
    }
  }

  @Test
  void seesDatagramSocketsOfSyslog() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
      Ports ports = Ports.STANDARD.with(Map.of(Port.SYSLOG, socket.getLocalPort()));
      assertThat(PortCheck.faults(ports, Set.of(Plan.AGENT)))
          .anyMatch(fault -> fault.contains("/udp (syslog) is taken by process " + OWN_PID));
    }
  }

  @Test
  void asksOnlyForPartsThatAreToStart() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      Ports ports = Ports.STANDARD.with(Map.of(Port.TRADEMARK, socket.getLocalPort()));
      assertThat(PortCheck.faults(ports, Set.of())).isEmpty();
      assertThat(PortCheck.faults(ports, Set.of(Plan.SIMULATOR)))
          .anyMatch(fault -> fault.contains("--trademark-port"));
    }
  }
}
