package io.zhidun.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void haveTheirUsualNumbersUnlessTold() {
    Ports ports = Ports.STANDARD.with(Map.of(Port.HTTP, 8443));
    assertThat(ports.of(Port.HTTP)).isEqualTo(8443);
    assertThat(ports.of(Port.KAFKA)).isEqualTo(19_092);
  }

  @Test
  void mustAllDiffer() {
    assertThatThrownBy(() -> Ports.STANDARD.with(Map.of(Port.HTTP, 19_100)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("--stream-port and --http-port must differ, both were 19100");
  }

  @Test
  void mustExist() {
    assertThatThrownBy(() -> Ports.STANDARD.with(Map.of(Port.SYSLOG, 0)))
        .hasMessage("--syslog-port must be from 1 to 65535, was 0");
  }
}
