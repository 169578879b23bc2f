package io.zhidun.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ControlSocketTest {
  @Test
  void standsInTheDataFolder() {
    Installation at = new Installation(Path.of("/home"), Path.of("/data"));
    assertThat(ControlSocket.path(at)).isEqualTo(Path.of("/data/run/supervisor.sock"));
  }

  @Test
  void standsElsewhereWhereThePathIsLongerThanTheKernelTakes() {
    Installation at = new Installation(Path.of("/home"), Path.of("/data/" + "数".repeat(60)));
    Path path = ControlSocket.path(at);
    assertThat(path.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(100);
    assertThat(ControlSocket.path(at)).as("the same each time").isEqualTo(path);
  }
}
