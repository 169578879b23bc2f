package io.zhidun.service.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "203.0.113.7",
        "0.0.0.0",
        "2001:db8::5",
        "::1",
        "::ffff:1.2.3.4",
        "10.0.0.0/8",
        "2001:db8::/32"
      })
  void knowsAddressesAndNetworks(String text) {
    assertThat(Addresses.isAddressOrNetwork(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "1.2.3",
        "256.1.1.1",
        "1.2.3.4.",
        "1.2.3.4/33",
        "::1/129",
        "2001:db8::5%eth0",
        "::g",
        "1.2.3.4/",
        "beef",
        "1:2"
      })
  void refusesAnythingElse(String text) {
    assertThat(Addresses.isAddressOrNetwork(text)).isFalse();
  }
}
