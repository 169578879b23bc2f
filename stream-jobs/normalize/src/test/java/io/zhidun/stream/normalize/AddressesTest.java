package io.zhidun.stream.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "203.0.113.255",
        "::",
        "::1",
        "2001:db8::5",
        "1:2:3:4:5:6:7:8",
        "fe80::1%eth0",
        "::ffff:192.0.2.1",
        "1::",
        "64:ff9b::203.0.113.9"
      })
  void takesAddresses(String text) {
    assertThat(isAddress(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "1.2.3",
        "1.2.3.4.5",
        "256.1.1.1",
        "1..2.3",
        "1.2.3.",
        ".1.2.3",
        "1.2.3.0004",
        "a.b.c.d",
        ":",
        ":::",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1::2::3",
        "12345::",
        "g::",
        "1:2:3:4:5:6:7:",
        "::1.2.3",
        "fe80::1%"
      })
  void refusesWhatIsNone(String text) {
    assertThat(isAddress(text)).isFalse();
  }

  private static boolean isAddress(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return Addresses.isAddress(bytes, 0, bytes.length);
  }
}
