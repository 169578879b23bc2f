package io.zhidun.backup.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.zhidun.backup.repository.Repository;
import io.zhidun.backup.repository.TestRepository;
import io.zhidun.backup.storage.DirectoryTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinlogArchiveTest {
  private static final Clock CLOCK = Clock.fixed(TestRepository.DONE, ZoneOffset.UTC);

  @TempDir Path folder;
  private Path spool;
  private Path into;
  private BinlogArchive archive;

  @BeforeEach
  void prepare() throws IOException {
    spool = Files.createDirectory(folder.resolve("spool"));
    into = Files.createDirectory(folder.resolve("into"));
    Path store = Files.createDirectory(folder.resolve("store"));
    Repository repository = TestRepository.of(new DirectoryTarget(store, false));
    archive = new BinlogArchive(repository, "trademark", "core", "T1", "1", CLOCK, new Random(1));
  }

  private void written(int... numbers) throws IOException {
    for (int number : numbers) {
      Files.writeString(spool.resolve("a-log.%06d".formatted(number)), "events " + number);
    }
  }

  @Test
  void storesAllButTheFileThatIsStillWritten() throws IOException {
    written(3, 4, 5);
    Files.writeString(spool.resolve("notes"), "no log");

    assertThat(archive.ship(spool)).isEqualTo(2);

    assertThat(archive.numbers().keySet()).containsExactly(3L, 4L);
    assertThat(archive.newest()).isEqualTo(TestRepository.DONE);
    assertThat(spool.resolve("a-log.000005")).exists();
    assertThat(spool.resolve("a-log.000004")).doesNotExist();
    assertThat(archive.ship(spool)).isZero();
  }

  @Test
  void givesThemBackInOrderFromWhereABackupStandsToWhereItIsAskedFor() throws IOException {
    written(9, 10, 11, 12);
    archive.ship(spool);

    List<Path> files =
        archive.fetch(BinlogFile.parse("a-log.000009"), BinlogFile.parse("a-log.000010"), into);

    assertThat(files).containsExactly(into.resolve("a-log.000009"), into.resolve("a-log.000010"));
    assertThat(files.get(1)).hasContent("events 10");
  }

  @Test
  void namesAGapAndAnEndThatComesTooSoon() throws IOException {
    written(1, 2, 4, 5);
    archive.ship(spool);

    assertThat(archive.missing("a-log.000001:4")).containsExactly(3L);
    assertThatIOException()
        .isThrownBy(() -> archive.fetch(BinlogFile.parse("a-log.000002"), null, into))
        .withMessage("the log of trademark/core-binlog has a gap: file 3 is missing");
    assertThatIOException()
        .isThrownBy(
            () ->
                archive.fetch(
                    BinlogFile.parse("a-log.000004"), BinlogFile.parse("a-log.000005"), into))
        .withMessageContaining("a-log.000005 is not archived yet");
  }

  @Test
  void isNotHeldUpByAGapBehindTheEndThatIsAskedFor() throws IOException {
    written(1, 2, 4, 5);
    archive.ship(spool);

    assertThat(
            archive.fetch(BinlogFile.parse("a-log.000001"), BinlogFile.parse("a-log.000002"), into))
        .containsExactly(into.resolve("a-log.000001"), into.resolve("a-log.000002"));
    assertThat(archive.holds("a-log.000002")).isTrue();
    assertThat(archive.holds("a-log.000003")).isFalse();
  }

  @Test
  void knowsWhatABackupNoLongerNeeds() throws IOException {
    written(1, 2, 3);
    archive.ship(spool);

    assertThat(archive.numbers().values())
        .extracting(id -> BinlogArchive.isBefore(id, "a-log.000002:500"))
        .containsExactly(true, false);
  }

  @Test
  void takesNoOtherNamesForFilesOfALog() {
    assertThat(List.of("../x.000001", "a.1", "a.000001.part")).noneMatch(BinlogFile::isName);
    assertThatIllegalArgumentException().isThrownBy(() -> BinlogPosition.parse("a-log.000001"));
  }
}
