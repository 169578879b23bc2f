package io.zhidun.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramsTest {
  @TempDir private Path folder;
  private Path target = Path.of("target");
  private Path copies = Path.of("copies");

  @BeforeEach
  void layOut() throws IOException {
    target = Files.createDirectories(folder.resolve("target"));
    copies = folder.resolve("programs/search");
    Files.writeString(target.resolve("zhidun-search-1.jar"), "one");
    Files.writeString(target.resolve("zhidun-search-1-module.jar"), "module");
    Files.writeString(target.resolve("library.jar"), "library");
  }

  @Test
  void copiesOurJarsAndTheirSiblingsAndLeavesTheRest() throws IOException {
    String path = target + "/zhidun-search-1.jar:" + target + "/library.jar:" + target + "/classes";
    assertThat(new Programs(copies).copy(path))
        .isEqualTo(
            copies + "/zhidun-search-1.jar:" + target + "/library.jar:" + target + "/classes");
    assertThat(copies.resolve("zhidun-search-1-module.jar")).hasContent("module");
    assertThat(copies.resolve("library.jar")).doesNotExist();
  }

  @Test
  void followsTheNextBuildAndForgetsTheLast() throws IOException {
    Programs programs = new Programs(copies);
    programs.copy(target + "/zhidun-search-1.jar");
    Files.writeString(target.resolve("zhidun-search-2.jar"), "two");
    programs.copy(target + "/zhidun-search-2.jar");
    assertThat(copies).isDirectoryContaining("glob:**/zhidun-search-2.jar");
    assertThat(copies).isDirectoryNotContaining("glob:**/zhidun-search-1*.jar");
  }
}
