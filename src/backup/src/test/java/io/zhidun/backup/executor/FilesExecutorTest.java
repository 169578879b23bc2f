package io.zhidun.backup.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.backup.repository.BackupWriter;
import io.zhidun.backup.repository.ChunkSize;
import io.zhidun.backup.repository.Facts;
import io.zhidun.backup.repository.Manifest;
import io.zhidun.backup.repository.ProgressMeter;
import io.zhidun.backup.repository.Repository;
import io.zhidun.backup.repository.TestRepository;
import io.zhidun.backup.storage.DirectoryTarget;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilesExecutorTest {
  @TempDir Path folder;
  private Path source;
  private Path restored;
  private FilesExecutor executor;

  @BeforeEach
  void prepare() throws IOException {
    source = Files.createDirectory(folder.resolve("source"));
    restored = folder.resolve("restored");
    executor = new FilesExecutor(source);
  }

  @Test
  void restoresFilesFoldersAndLinks() throws Exception {
    Path file = write("a/b/file", "text");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-x---"));
    Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2020-01-02T03:04:05.123456789Z")));
    write("a/two\nlines and 名", "odd name");
    write("empty", "");
    Files.createDirectory(source.resolve("hollow"));
    Files.createSymbolicLink(source.resolve("a/link"), Path.of("../../outside"));
    Files.setLastModifiedTime(
        source.resolve("a"), FileTime.from(Instant.parse("2021-01-02T03:04:05Z")));

    Facts facts = roundTrip();

    assertThat(restored.resolve("a/b/file")).hasContent("text");
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(restored.resolve("a/b/file"))))
        .isEqualTo("rwxr-x---");
    assertThat(Files.getLastModifiedTime(restored.resolve("a/b/file")).toInstant())
        .isEqualTo("2020-01-02T03:04:05.123456789Z");
    assertThat(Files.getLastModifiedTime(restored.resolve("a")).toInstant())
        .isEqualTo("2021-01-02T03:04:05Z");
    assertThat(restored.resolve("a/two\nlines and 名")).hasContent("odd name");
    assertThat(restored.resolve("hollow")).isEmptyDirectory();
    assertThat(Files.readSymbolicLink(restored.resolve("a/link")))
        .isEqualTo(Path.of("../../outside"));
    assertThat(FilesExecutor.measure(restored)).isEqualTo(facts.measures().get(0));
    assertThat(folder.resolve(".restored.restoring")).doesNotExist();
  }

  @Test
  void doesNotReadThroughALink() throws Exception {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.writeString(outside.resolve("secret"), "secret");
    Files.createSymbolicLink(source.resolve("way-out"), outside);

    roundTrip();

    assertThat(Files.isSymbolicLink(restored.resolve("way-out"))).isTrue();
    assertThat(archive()).doesNotContain("secret");
  }

  @Test
  void keepsHolesHoles() throws Exception {
    long size = 300L << 20;
    try (RandomAccessFile file = new RandomAccessFile(source.resolve("sparse").toFile(), "rw")) {
      file.setLength(size);
      file.seek(100L << 20);
      file.write(7);
    }

    byte[] stream = stream();
    restore(stream);

    assertThat(stream.length).isLessThan(1 << 20);
    assertThat(Files.size(restored.resolve("sparse"))).isEqualTo(size);
    try (RandomAccessFile file = new RandomAccessFile(restored.resolve("sparse").toFile(), "r")) {
      file.seek(100L << 20);
      assertThat(file.read()).isEqualTo(7);
    }
    assertThat(blocks(restored.resolve("sparse"))).isLessThan(1000);
  }

  private static long blocks(Path file) throws Exception {
    return Long.parseLong(Program.of("stat", "-c", "%b", file.toString()).run().strip());
  }

  @Test
  void notesAFileThatChangesWhileItIsRead() throws Exception {
    write("log", "x".repeat(200_000));
    write("other", "y");
    OutputStream appending =
        new FilterOutputStream(new ByteArrayOutputStream()) {
          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            Files.writeString(source.resolve("log"), "changed");
            out.write(bytes, offset, length);
          }
        };

    Facts facts = executor.backUp(appending);

    assertThat(facts.notes()).containsExactly("log changed while it was read");
  }

  @Test
  void leavesOutWhatIsNoFile() throws Exception {
    Program.of("mkfifo", source.resolve("pipe").toString()).run();

    Facts facts = executor.backUp(OutputStream.nullOutputStream());

    assertThat(facts.notes()).containsExactly("pipe is no file, folder or link and is left out");
  }

  @Test
  void restoresOnlyToAPlaceWhereNothingIs() throws Exception {
    write("a", "x");
    Files.createDirectory(restored);

    assertThatThrownBy(this::roundTrip).isInstanceOf(FileAlreadyExistsException.class);
    assertThat(restored).isEmptyDirectory();
  }

  @Test
  void showsNothingOfARestoreThatBroke() throws Exception {
    write("a", "x".repeat(300_000));
    byte[] stream = stream();
    byte[] cut = java.util.Arrays.copyOf(stream, stream.length - 1);

    assertThatThrownBy(() -> restore(cut)).hasMessageContaining("ends before its end");

    assertThat(restored).doesNotExist();
    restore(stream);
    assertThat(restored.resolve("a")).hasSize(300_000);
  }

  @Test
  void refusesEntriesThatLeadOut() throws Exception {
    for (String path : new String[] {"../x", "/etc/x", "a/../../x", "a//b", "", "."}) {
      assertThatThrownBy(() -> restore(archiveOf(out -> folder(out, path))))
          .as(path)
          .hasMessageContaining("leads out of the folder");
    }
  }

  @Test
  void writesNothingThroughALink() throws Exception {
    Path outside = Files.createDirectory(folder.resolve("outside"));
    byte[] trick =
        archiveOf(
            out -> {
              out.writeByte('L');
              out.writeShort(1);
              out.writeByte('d');
              out.writeInt(0);
              out.writeInt(0);
              byte[] to = outside.toString().getBytes(StandardCharsets.UTF_8);
              out.writeShort(to.length);
              out.write(to);
              folder(out, "d/e");
            });

    assertThatThrownBy(() -> restore(trick)).hasMessageContaining("a file follows a link");
    assertThat(outside).isEmptyDirectory();
  }

  private interface Entries {
    void write(DataOutputStream out) throws IOException;
  }

  private static byte[] archiveOf(Entries entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeLong(Archive.MAGIC);
    entries.write(out);
    out.writeByte('E');
    return bytes.toByteArray();
  }

  private static void folder(DataOutputStream out, String path) throws IOException {
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    out.writeByte('D');
    out.writeShort(bytes.length);
    out.write(bytes);
  }

  private Path write(String path, String text) throws IOException {
    Path file = source.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private byte[] stream() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    executor.backUp(out);
    return out.toByteArray();
  }

  private String archive() throws IOException {
    return new String(stream(), StandardCharsets.ISO_8859_1);
  }

  private void restore(byte[] stream) throws Exception {
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT,
            "office-a",
            TestRepository.heading("b1"),
            Facts.none(),
            TestRepository.DONE,
            java.util.List.of(),
            null,
            0,
            0,
            java.util.List.of());
    executor.restore(
        manifest,
        offset -> {
          ByteArrayInputStream in = new ByteArrayInputStream(stream);
          in.skipNBytes(offset);
          return in;
        },
        restored);
  }

  private Facts roundTrip() throws Exception {
    Path store = Files.createDirectory(folder.resolve("store"));
    Repository repository = TestRepository.of(new DirectoryTarget(store, false));
    Manifest manifest;
    try (BackupWriter out =
        repository.begin(
            TestRepository.heading("b1"), ChunkSize.LEAST, null, ProgressMeter.silent())) {
      Facts facts = executor.backUp(out);
      manifest = out.finish(facts, TestRepository.DONE);
    }
    assertThat(manifest.facts().versions()).isEqualTo(Map.of("archive", "1"));
    assertThat(Files.exists(restored.resolve("a"), LinkOption.NOFOLLOW_LINKS)).isFalse();
    executor.restore(
        manifest, offset -> repository.open(manifest, offset, ProgressMeter.silent()), restored);
    return manifest.facts();
  }
}
