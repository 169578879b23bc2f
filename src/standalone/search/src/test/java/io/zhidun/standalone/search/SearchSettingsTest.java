package io.zhidun.standalone.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SearchSettingsTest {
  @Test
  void listensOnLoopbackOnly() {
    var settings = new SearchSettings(Path.of("/d"), 19200, 19300).toSettings();
    assertThat(settings.get("network.host")).isEqualTo("_local_");
    assertThat(settings.get("http.port")).isEqualTo("19200");
  }

  @Test
  void refusesOnePortForTwoListeners() {
    assertThatThrownBy(() -> new SearchSettings(Path.of("/d"), 5, 5))
        .hasMessage("port and transport port must differ, both were 5");
  }

  @Test
  void refusesPortsThatDoNotExist() {
    assertThatThrownBy(() -> new SearchSettings(Path.of("/d"), 5, 0))
        .hasMessage("transport port must be from 1 to 65535, was 0");
  }
}
