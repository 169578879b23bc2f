package io.zhidun.simulator.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardedClientTest {
  @Test
  void believesTheLastEntryOfAForwarderOnLoopback() throws UnknownHostException {
    InetAddress loopback = InetAddress.getByName("::1");

    assertThat(ForwardedClient.address(loopback, "2001:DB8::5")).isEqualTo("2001:db8::5");
    assertThat(ForwardedClient.address(loopback, "10.0.0.1, 198.51.100.7"))
        .isEqualTo("198.51.100.7");
    assertThat(ForwardedClient.address(loopback, null)).isEqualTo("::1");
  }

  @Test
  void doesNotBelieveAnybodyElse() throws UnknownHostException {
    InetAddress other = InetAddress.getByName("192.0.2.9");

    assertThat(ForwardedClient.address(other, "198.51.100.7")).isEqualTo("192.0.2.9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "localhost", "cafe", "999.1.1.1", "1::2::3", "10.0.0.1\" 200 0 \""})
  void takesNothingThatIsNoAddress(String forwarded) throws UnknownHostException {
    InetAddress loopback = InetAddress.getByName("127.0.0.1");

    assertThat(ForwardedClient.address(loopback, forwarded)).isEqualTo("127.0.0.1");
  }
}
