package io.zhidun.simulator.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir private Path folder;

  @Test
  void renamesAFullFileAndKeepsTheNewestOldOnes() throws IOException {
    try (LogFile file = new LogFile(path(""), new LogFile.Rotation(12, 2), true)) {
      for (int i = 1; i <= 7; i++) {
        file.line("line" + i);
      }
    }
    assertThat(path("")).hasContent("line7\n");
    assertThat(path(".1")).hasContent("line5\nline6\n");
    assertThat(path(".2")).hasContent("line3\nline4\n");
    assertThat(path(".3")).doesNotExist();
  }

  @Test
  void writesALineThatIsLongerThanAFileMayBe() throws IOException {
    try (LogFile file = new LogFile(path(""), new LogFile.Rotation(4, 1), true)) {
      file.line("much too long");
    }
    assertThat(path("")).hasContent("much too long\n");
  }

  @Test
  void continuesTheFileOfAnEarlierRun() throws IOException {
    Files.writeString(path(""), "old\n");
    try (LogFile file = new LogFile(path(""), new LogFile.Rotation(100, 1), true)) {
      file.line("new");
      assertThat(path("")).hasContent("old\nnew\n");
    }
  }

  private Path path(String suffix) {
    return folder.resolve("access.log" + suffix);
  }
}
