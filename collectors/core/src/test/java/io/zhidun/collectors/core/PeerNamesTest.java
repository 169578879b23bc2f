package io.zhidun.collectors.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeerNamesTest {
  @ParameterizedTest
  @CsvSource({
    "192.0.2.7, 192.0.2.7",
    "::1, ::1",
    "::, ::",
    "2001:0DB8:0:0:0:0:0:5, 2001:db8::5",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
    "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
    "fe80:0:0:0:0:0:0:0, fe80::",
    "::ffff:192.0.2.7, 192.0.2.7",
  })
  void writesAddressesAsRfc5952Wants(String address, String text) throws UnknownHostException {
    assertThat(PeerNames.text(InetAddress.getByName(address))).isEqualTo(text);
  }
}
