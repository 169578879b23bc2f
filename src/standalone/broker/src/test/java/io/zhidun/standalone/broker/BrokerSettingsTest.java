package io.zhidun.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class BrokerSettingsTest {
  @Test
  void listensOnLoopbackOfBothFamiliesOnly() {
    var properties = new BrokerSettings(Path.of("/d"), 19092, 19093, true).toProperties();
    assertThat(properties)
        .containsEntry(
            "listeners",
            "LOOPBACK4://127.0.0.1:19092,LOOPBACK6://[::1]:19092,CONTROLLER://127.0.0.1:19093");
  }

  @Test
  void leavesIpv6OutWhereTheMachineHasNone() {
    var properties = new BrokerSettings(Path.of("/d"), 19092, 19093, false).toProperties();
    assertThat(properties.getProperty("advertised.listeners"))
        .isEqualTo("LOOPBACK4://127.0.0.1:19092");
  }

  @Test
  void refusesOnePortForTwoListeners() {
    assertThatThrownBy(() -> new BrokerSettings(Path.of("/d"), 5, 5, true))
        .hasMessage("port and controller port must differ, both were 5");
  }

  @Test
  void refusesPortsThatDoNotExist() {
    assertThatThrownBy(() -> new BrokerSettings(Path.of("/d"), 70_000, 5, true))
        .hasMessage("port must be from 1 to 65535, was 70000");
  }
}
