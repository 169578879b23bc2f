package io.zhidun.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogRotationTest {
  private final LogRotation rotation = new LogRotation(10, 2);
  @TempDir private Path folder;

  @Test
  void leavesASmallLogAlone() throws IOException {
    Path log = Files.writeString(folder.resolve("a.log"), "short");
    rotation.rotate(log);
    assertThat(log).hasContent("short");
    rotation.rotate(folder.resolve("none.log"));
  }

  @Test
  void keepsTheNewestOldOnesAndTheFileThatTheProcessHasOpen() throws IOException {
    Path log = folder.resolve("a.log");
    for (String text : new String[] {"first     !", "second    !", "third     !"}) {
      Files.writeString(log, text);
      Object file = Files.readAttributes(log, "unix:ino").get("ino");
      rotation.rotate(log);
      assertThat(Files.readAttributes(log, "unix:ino").get("ino")).isEqualTo(file);
    }
    assertThat(log).isEmptyFile();
    assertThat(folder.resolve("a.log.1")).hasContent("third     !");
    assertThat(folder.resolve("a.log.2")).hasContent("second    !");
    assertThat(folder.resolve("a.log.3")).doesNotExist();
  }
}
