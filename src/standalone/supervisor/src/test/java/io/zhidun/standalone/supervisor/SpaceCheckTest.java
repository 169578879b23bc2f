package io.zhidun.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpaceCheckTest {
  @TempDir private Path root;

  @Test
  void readsWhatTheKernelCouldGive() throws IOException {
    write("proc/meminfo", "MemTotal:  9000 kB\nMemAvailable:    2048 kB\n");
    assertThat(SpaceCheck.availableMemory(root)).hasValue(2L << 20);
  }

  @Test
  void isBoundedByTheContainer() throws IOException {
    write("proc/meminfo", "MemAvailable:    2048 kB\n");
    write("sys/fs/cgroup/memory.max", "1000000\n");
    write("sys/fs/cgroup/memory.current", "400000\n");
    write("sys/fs/cgroup/memory.stat", "anon 300000\ninactive_file 100000\n");
    assertThat(SpaceCheck.availableMemory(root)).hasValue(700_000);
  }

  @Test
  void isNotBoundedByAContainerWithoutLimit() throws IOException {
    write("proc/meminfo", "MemAvailable:    2048 kB\n");
    write("sys/fs/cgroup/memory.max", "max\n");
    assertThat(SpaceCheck.availableMemory(root)).hasValue(2L << 20);
  }

  @Test
  void doesNotGuessWhereNothingIsSaid() {
    assertThat(SpaceCheck.availableMemory(root)).isEmpty();
  }

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.resolveSibling("."));
    Files.writeString(path, text);
  }
}
