package io.zhidun.standalone.supervisor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoBackupsTest {
  @TempDir private Path folder;
  private Installation at = new Installation(Path.of("/home"), Path.of("/data"));

  @BeforeEach
  void layOut() throws IOException {
    at = new Installation(folder, folder.resolve("data"));
    at.create();
  }

  @Test
  void backsUpRealDocumentsNamedAsTheAssets() throws IOException {
    new DemoBackups(at).write();

    String text = Files.readString(at.backups());
    for (DemoBackups.Source source : DemoBackups.SOURCES) {
      assertThat(text)
          .contains("system: " + source.system() + ", name: " + source.asset())
          .contains("/documents/" + source.asset() + "\"}");
      assertThat(files(at.data().resolve("documents").resolve(source.asset()))).hasSize(48);
    }
    assertThat(text).as("left out, to be found").doesNotContain("tm-db-01", "zhidun-store");
    assertThat(at.data().resolve("backup/near")).isDirectory();
    assertThat(at.data().resolve("backup/far")).isDirectory();
    assertThat(at.data().resolve("backup-policies.yml")).isRegularFile();
  }

  @Test
  void documentsStayAsTheyAre() throws IOException {
    new DemoBackups(at).write();
    Path first = files(at.data().resolve("documents/review-data")).get(0);
    Files.writeString(first, "changed by a user of the system");

    new DemoBackups(at).write();

    assertThat(first).hasContent("changed by a user of the system");
  }

  @Test
  void aConfigurationOfAPersonStaysAndNothingIsMadeBesides() throws IOException {
    Files.writeString(at.backups(), "installation: ours\n");

    new DemoBackups(at).write();

    assertThat(at.backups()).hasContent("installation: ours\n");
    assertThat(at.data().resolve("documents")).doesNotExist();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}
