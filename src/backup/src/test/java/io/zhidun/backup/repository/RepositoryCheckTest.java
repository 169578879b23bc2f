package io.zhidun.backup.repository;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.backup.storage.DirectoryTarget;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryCheckTest {
  private static final int FLIPS = 120;

  @TempDir Path folder;
  private Repository repository;

  @BeforeEach
  void fill() throws IOException {
    repository = TestRepository.of(new DirectoryTarget(folder, false));
    TestRepository.store(repository, "b1", TestRepository.content(80_000, 1));
    TestRepository.store(repository, "b2", TestRepository.content(80_000, 2));
    for (String name : List.of("drills/x/y/1.json", "verifications/x/y/1.json")) {
      byte[] document = "{\"faults\":[]}".getBytes(StandardCharsets.UTF_8);
      repository.storeSigned(name, document, TestRepository.DONE);
    }
  }

  private List<String> faults() throws IOException {
    return RepositoryCheck.run(repository, TestRepository.DONE, ProgressMeter.silent()).faults();
  }

  private List<Path> objects() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** The bench does the same with 10,000. */
  @Test
  void findsEveryByteThatIsFlipped() throws IOException {
    List<Path> objects = objects();
    assertThat(objects).as("chunks, manifests, documents and their signatures").hasSize(12);
    assertThat(faults()).isEmpty();
    SplittableRandom random = new SplittableRandom(7);
    for (int flip = 0; flip < FLIPS; flip++) {
      Path object = objects.get(flip % objects.size());
      byte[] bytes = Files.readAllBytes(object);
      int at = random.nextInt(bytes.length);
      byte mask = (byte) (1 + random.nextInt(255));
      bytes[at] ^= mask;
      Files.write(object, bytes);
      assertThat(faults()).as("byte %d of %s with %d", at, object, mask).hasSize(1);
      bytes[at] ^= mask;
      Files.write(object, bytes);
    }
    assertThat(faults()).isEmpty();
  }

  @Test
  void findsWhatIsMissing() throws IOException {
    for (Path object : objects()) {
      if (object.endsWith("manifest.json")) {
        continue; // Without one a backup is not there: that one was deleted is told by its age.
      }
      byte[] bytes = Files.readAllBytes(object);
      Files.delete(object);
      assertThat(faults()).as("without %s", object).hasSize(1);
      Files.write(object, bytes);
    }
  }

  @Test
  void looksNotAtWhatARunThatDiedLeft() throws IOException {
    Files.createDirectories(folder.resolve("backups/patent-review/documents/b3"));
    Files.writeString(folder.resolve("backups/patent-review/documents/b3/chunk-0-x"), "half");

    assertThat(faults()).isEmpty();
  }
}
