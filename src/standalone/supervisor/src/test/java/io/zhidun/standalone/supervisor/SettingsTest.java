package io.zhidun.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir private Path folder;

  @Test
  void areTheUsualOnesBeforeTheFirstStart() throws IOException {
    assertThat(Settings.load(folder.resolve("none")))
        .isEqualTo(new Settings(Ports.STANDARD, false));
  }

  @Test
  void comeBackAsTheyWereSaved() throws IOException {
    Path file = folder.resolve("settings.json");
    Settings settings = new Settings(Ports.STANDARD.with(Map.of(Port.KAFKA, 9_092)), true);
    settings.save(file);
    assertThat(Settings.load(file)).isEqualTo(settings);
  }

  @Test
  void nameTheFileThatIsBroken() throws IOException {
    Path file = folder.resolve("settings.json");
    Files.writeString(file, "{\"ports\":{\"http-port\":");
    assertThatThrownBy(() -> Settings.load(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("settings.json is not readable as settings");
  }
}
