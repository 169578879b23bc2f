package io.zhidun.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModuleClassPathTest {
  @TempDir private Path module;

  @BeforeEach
  void layOut() throws IOException {
    Files.createDirectories(module.resolve("target/classes"));
  }

  @Test
  void isTheModulesJarAndWhatTheBuildWroteDown() throws IOException {
    Files.writeString(module.resolve("target/runtime.classpath"), "/a.jar:/b.jar\n");
    for (String jar : new String[] {"0.1.0-SNAPSHOT", "0.1.0-SNAPSHOT-module", "0.1.0-tests"}) {
      Files.createFile(module.resolve("target/zhidun-standalone-search-" + jar + ".jar"));
    }
    assertThat(ModuleClassPath.of(module))
        .isEqualTo(module + "/target/zhidun-standalone-search-0.1.0-SNAPSHOT.jar:/a.jar:/b.jar");
  }

  @Test
  void isTheClassesWhereNothingIsPacked() throws IOException {
    Files.writeString(module.resolve("target/runtime.classpath"), "");
    assertThat(ModuleClassPath.of(module)).isEqualTo(module + "/target/classes");
  }

  @Test
  void saysWhatIsNotBuilt() {
    assertThatThrownBy(() -> ModuleClassPath.of(module))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("target/runtime.classpath")
        .hasMessageContaining("not built");
  }
}
