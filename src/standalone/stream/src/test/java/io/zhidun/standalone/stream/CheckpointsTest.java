package io.zhidun.standalone.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointsTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void withoutARunThereIsNone() throws IOException {
    assertThat(new Checkpoints(folder.resolve("none")).newest()).isEmpty();
  }

  @Test
  void theNewestCompleteOneOfAllRunsCounts() throws IOException {
    complete("run-1/chk-4", 1_000);
    Path newest = complete("run-2/chk-1", 2_000);
    Files.createDirectories(folder.resolve("run-2/chk-2"));

    assertThat(new Checkpoints(folder).newest()).contains(newest);
  }

  @Test
  void earlierRunsAreForgottenAndTheOneKeptStays() throws IOException {
    Path old = complete("run-1/chk-4", 1_000);
    Path newest = complete("run-2/chk-1", 2_000);

    new Checkpoints(folder).forgetRunsBefore(newest);

    assertThat(old).doesNotExist();
    assertThat(newest).exists();
  }

  private Path complete(String name, long modifiedMillis) throws IOException {
    Path checkpoint = Files.createDirectories(folder.resolve(name));
    Path metadata = Files.createFile(checkpoint.resolve("_metadata"));
    Files.setLastModifiedTime(metadata, FileTime.fromMillis(modifiedMillis));
    return checkpoint;
  }
}
