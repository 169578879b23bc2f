package io.zhidun.service.compliance.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class NetworksTest {
  @Test
  void anAddressLiesInItsNetworkAndNoOther() {
    Networks networks = new Networks(List.of("10.30.0.0/23", "2001:db8:10::/48", "192.0.2.7"));

    assertThat(networks.contain("10.30.1.255")).isTrue();
    assertThat(networks.contain("10.30.2.0")).isFalse();
    assertThat(networks.contain("2001:db8:10:ffff::1")).isTrue();
    assertThat(networks.contain("2001:db8:11::1")).isFalse();
    assertThat(networks.contain("192.0.2.7")).isTrue();
    assertThat(networks.contain("192.0.2.8")).isFalse();
  }

  @Test
  void whatIsNoAddressIsInNoNetworkAndNobodyIsAskedForIt() {
    assertThat(new Networks(List.of("0.0.0.0/0")).contain("localhost")).isFalse();
    assertThat(new Networks(List.of("0.0.0.0/0")).contain("")).isFalse();
    assertThatThrownBy(() -> new Networks(List.of("10.0.0.0/33")))
        .hasMessageContaining("10.0.0.0/33");
    assertThatThrownBy(() -> new Networks(List.of("bastion"))).hasMessageContaining("bastion");
  }
}
