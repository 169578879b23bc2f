package io.zhidun.backup.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.backup.repository.RepositoryException.Fault;
import io.zhidun.backup.storage.DirectoryTarget;
import io.zhidun.backup.storage.Target;
import io.zhidun.trust.sm2.Sm2PrivateKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryTest {
  private static final byte[] CONTENT = TestRepository.content(1_000_000, 1);

  @TempDir Path folder;
  private Target target;
  private Repository repository;

  @BeforeEach
  void open() {
    target = new DirectoryTarget(folder, false);
    repository = TestRepository.of(target);
  }

  @Test
  void givesBackTheStream() throws IOException {
    TestRepository.store(repository, "b1", CONTENT);

    Manifest manifest = repository.manifest("patent-review", "documents", "b1");

    assertThat(TestRepository.read(repository, manifest)).isEqualTo(CONTENT);
    assertThat(manifest.chunks()).hasSize(16);
    assertThat(manifest.storedBytes()).isBetween(500_000L, 800_000L);
    assertThat(manifest.heading()).isEqualTo(TestRepository.heading("b1"));
  }

  @Test
  void givesBackAnEmptyStream() throws IOException {
    Manifest manifest = TestRepository.store(repository, "b1", new byte[0]);

    assertThat(TestRepository.read(repository, manifest)).isEmpty();
  }

  @Test
  void opensInTheMiddle() throws IOException {
    Manifest manifest = TestRepository.store(repository, "b1", CONTENT);

    for (int offset : List.of(1, ChunkSize.LEAST - 1, ChunkSize.LEAST, 700_001, 1_000_000)) {
      try (InputStream in = repository.open(manifest, offset, ProgressMeter.silent())) {
        assertThat(in.readAllBytes())
            .as("from %d", offset)
            .isEqualTo(Arrays.copyOfRange(CONTENT, offset, CONTENT.length));
      }
    }
  }

  @Test
  void isNotThereBeforeItsManifest() throws IOException {
    try (BackupWriter out =
        repository.begin(
            TestRepository.heading("b1"), ChunkSize.LEAST, null, ProgressMeter.silent())) {
      out.write(CONTENT);
    }

    assertThat(repository.list("patent-review", "documents")).isEmpty();
    assertFault(Fault.MANIFEST_MISSING, () -> manifest("b1"));
  }

  @Test
  void listsOldestFirst() throws IOException {
    TestRepository.store(repository, "20261127T080000Z-b", CONTENT);
    TestRepository.store(repository, "20261126T080000Z-a", CONTENT);

    assertThat(repository.list("patent-review", "documents"))
        .containsExactly("20261126T080000Z-a", "20261127T080000Z-b");
  }

  @Test
  void namesTheChunkThatIsMissing() throws IOException {
    Manifest manifest = TestRepository.store(repository, "b1", CONTENT);
    String name = manifest.chunks().get(3).name();
    Files.delete(object("b1", name));

    assertFault(Fault.CHUNK_MISSING, () -> TestRepository.read(repository, manifest))
        .hasMessageContaining("b1/" + name + ": is not there");
  }

  @Test
  void namesTheChunkThatIsCut() throws IOException {
    Manifest manifest = TestRepository.store(repository, "b1", CONTENT);
    Path chunk = object("b1", manifest.chunks().get(3).name());
    byte[] bytes = Files.readAllBytes(chunk);
    Files.write(chunk, Arrays.copyOf(bytes, bytes.length - 1));

    assertFault(Fault.CHUNK_TRUNCATED, () -> TestRepository.read(repository, manifest))
        .hasMessageContaining("has %d of its %d bytes".formatted(bytes.length - 1, bytes.length));
  }

  @Test
  void namesChunksThatWereSwapped() throws IOException {
    Manifest manifest = TestRepository.store(repository, "b1", new byte[ChunkSize.LEAST * 3]);
    Path first = object("b1", manifest.chunks().get(0).name());
    Path second = object("b1", manifest.chunks().get(1).name());
    Files.move(first, folder.resolve("x"));
    Files.move(second, first);
    Files.move(folder.resolve("x"), second);

    assertFault(Fault.CHUNK_REORDERED, () -> TestRepository.read(repository, manifest))
        .hasMessageContaining("holds the bytes of chunk 1");
  }

  @Test
  void refusesTheManifestOfAnotherInstallation() throws IOException {
    TestRepository.store(
        TestRepository.of(target, "office-b", TestRepository.READING, TestRepository.SIGNING),
        "b1",
        CONTENT);

    assertFault(Fault.FOREIGN_MANIFEST, () -> manifest("b1"))
        .hasMessageContaining("of the installation office-b");
  }

  @Test
  void refusesTheManifestOfAnotherBackup() throws IOException {
    TestRepository.store(repository, "b1", CONTENT);
    TestRepository.store(repository, "b2", CONTENT);
    for (String name : List.of("manifest.json", "manifest.json.sm2sig")) {
      Files.copy(object("b1", name), object("b2", name), StandardCopyOption.REPLACE_EXISTING);
    }

    assertFault(Fault.FOREIGN_MANIFEST, () -> manifest("b2"))
        .hasMessageContaining("is the manifest of patent-review/documents/b1");
  }

  @Test
  void refusesAManifestThatSomebodyElseSigned() throws IOException {
    Sm2PrivateKey forger = Sm2PrivateKey.generate(TestRepository.RANDOM);
    TestRepository.store(
        TestRepository.of(target, "office-a", TestRepository.READING, forger), "b1", CONTENT);

    assertFault(Fault.UNKNOWN_SIGNER, () -> manifest("b1"))
        .hasMessageContaining(forger.publicKey().id());
  }

  @Test
  void saysThatTheKeyIsTheWrongOne() throws IOException {
    Manifest manifest = TestRepository.store(repository, "b1", CONTENT);
    Sm2PrivateKey other = Sm2PrivateKey.generate(TestRepository.RANDOM);
    Repository keyless = TestRepository.of(target, "office-a", other, TestRepository.SIGNING);

    assertFault(Fault.WRONG_KEY, () -> TestRepository.read(keyless, manifest));
    assertThat(keyless.verify(manifest, false, TestRepository.DONE, ProgressMeter.silent()).holds())
        .as("digests need no key")
        .isTrue();
  }

  @Test
  void findsEveryFlippedBit() throws IOException {
    TestRepository.store(repository, "b1", TestRepository.content(150_000, 2));
    List<Path> objects;
    try (Stream<Path> files = Files.list(folder.resolve("backups/patent-review/documents/b1"))) {
      objects = files.sorted().toList();
    }
    Random random = new Random(3);

    for (int flip = 0; flip < 150; flip++) {
      Path object = objects.get(flip % objects.size());
      byte[] bytes = Files.readAllBytes(object);
      int bit = random.nextInt(bytes.length * 8);
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(object, bytes);
      assertThat(isWhole("b1")).as("bit %d of %s", bit, object).isFalse();
      bytes[bit / 8] ^= (byte) (1 << bit % 8);
      Files.write(object, bytes);
    }
    assertThat(isWhole("b1")).isTrue();
  }

  private boolean isWhole(String id) {
    try {
      return repository
          .verify(manifest(id), false, TestRepository.DONE, ProgressMeter.silent())
          .holds();
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void verifiesAllChunksAndNamesEachFault() throws IOException {
    Manifest manifest = TestRepository.store(repository, "b1", CONTENT);
    Files.delete(object("b1", manifest.chunks().get(2).name()));
    Files.write(object("b1", manifest.chunks().get(5).name()), new byte[10]);

    VerifyReport report =
        repository.verify(manifest, true, TestRepository.DONE, ProgressMeter.silent());

    assertThat(report.faults()).hasSize(2);
    assertThat(report.faults().get(0)).contains("chunk-00000002").contains("is not there");
    assertThat(report.faults().get(1)).contains("chunk-00000005").contains("has 10 of its");
  }

  @Test
  void deletesNothingBeforeItsTime() throws IOException {
    Manifest manifest;
    try (BackupWriter out =
        repository.begin(
            TestRepository.heading("b1"),
            ChunkSize.LEAST,
            TestRepository.DONE.plus(Duration.ofDays(184)),
            ProgressMeter.silent())) {
      out.write(CONTENT);
      manifest = out.finish(Facts.none(), TestRepository.DONE);
    }

    assertFault(
        Fault.IMMUTABLE,
        () -> repository.delete(manifest, TestRepository.DONE.plus(Duration.ofDays(183))));
    repository.delete(manifest, TestRepository.DONE.plus(Duration.ofDays(184)));

    assertThat(target.list("", null, 10).objects()).isEmpty();
  }

  private Manifest manifest(String id) throws IOException {
    return repository.manifest("patent-review", "documents", id);
  }

  private Path object(String id, String name) {
    return folder.resolve("backups/patent-review/documents").resolve(id).resolve(name);
  }

  private interface Attempt {
    void run() throws IOException;
  }

  private static org.assertj.core.api.AbstractThrowableAssert<?, ?> assertFault(
      Fault fault, Attempt attempt) {
    return assertThatThrownBy(attempt::run)
        .isInstanceOfSatisfying(
            RepositoryException.class, e -> assertThat(e.fault()).isEqualTo(fault));
  }
}
