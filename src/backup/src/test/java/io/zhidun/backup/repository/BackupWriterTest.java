package io.zhidun.backup.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.backup.storage.Content;
import io.zhidun.backup.storage.DirectoryTarget;
import io.zhidun.backup.storage.Page;
import io.zhidun.backup.storage.StoredObject;
import io.zhidun.backup.storage.Target;
import io.zhidun.backup.storage.TargetException;
import io.zhidun.backup.storage.TargetException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupWriterTest {
  private static final byte[] CONTENT = TestRepository.content(1_000_000, 1);
  private static final int CHUNKS = 16;

  @TempDir Path folder;
  @TempDir Path state;

  /** Fails from a certain put on, as a target that is full or gone does. */
  private final class FailingTarget implements Target {
    private final Target target = new DirectoryTarget(folder, false);
    private final AtomicInteger puts = new AtomicInteger();
    private final int from;
    private final int until;
    private final Reason reason;

    FailingTarget(int from, int until, Reason reason) {
      this.from = from;
      this.until = until;
      this.reason = reason;
    }

    @Override
    public String place() {
      return target.place();
    }

    @Override
    public void put(String name, Content content, @Nullable Instant keepUntil) throws IOException {
      int put = puts.incrementAndGet();
      if (put >= from && put < until) {
        throw new TargetException(reason, place(), name, null, null);
      }
      target.put(name, content, keepUntil);
    }

    @Override
    public InputStream open(String name, long offset, long length) throws IOException {
      return target.open(name, offset, length);
    }

    @Override
    public Optional<StoredObject> find(String name) throws IOException {
      return target.find(name);
    }

    @Override
    public Page list(String prefix, @Nullable String after, int limit) throws IOException {
      return target.list(prefix, after, limit);
    }

    @Override
    public void delete(String name) throws IOException {
      target.delete(name);
    }

    @Override
    public void close() throws IOException {
      target.close();
    }
  }

  @Test
  void outlivesATargetThatIsAwayForAWhile() throws IOException {
    Target target = new FailingTarget(5, 7, Reason.UNREACHABLE);
    Repository repository = TestRepository.of(target);

    Manifest manifest = TestRepository.store(repository, "b1", CONTENT);

    assertThat(TestRepository.read(repository, manifest)).isEqualTo(CONTENT);
  }

  @Test
  void endsWhereTheTargetIsFullAndShowsNothing() throws IOException {
    Repository repository = TestRepository.of(new FailingTarget(5, Integer.MAX_VALUE, Reason.FULL));

    assertThatThrownBy(() -> TestRepository.store(repository, "b1", CONTENT))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no space is left");

    assertThat(repository.list("patent-review", "documents")).isEmpty();
  }

  @Test
  void goesOnWhereARunBeforeBroke() throws IOException {
    Repository broken = TestRepository.of(new FailingTarget(8, Integer.MAX_VALUE, Reason.FULL));
    assertThatThrownBy(() -> journalled(broken, "b1", CONTENT)).isInstanceOf(IOException.class);
    FailingTarget target = new FailingTarget(Integer.MAX_VALUE, 0, Reason.FULL);
    Repository repository = TestRepository.of(target);

    Manifest manifest = journalled(repository, "b2", CONTENT);

    assertThat(manifest.id()).as("the backup that was begun").isEqualTo("b1");
    assertThat(target.puts.get()).as("7 chunks were there").isEqualTo(CHUNKS - 7 + 2);
    assertThat(TestRepository.read(repository, manifest)).isEqualTo(CONTENT);
    assertThat(state.resolve("job")).doesNotExist();
  }

  @Test
  void storesAgainWhatChangedOrWentAwayBetweenTwoRuns() throws IOException {
    Repository broken = TestRepository.of(new FailingTarget(8, Integer.MAX_VALUE, Reason.FULL));
    assertThatThrownBy(() -> journalled(broken, "b1", CONTENT)).isInstanceOf(IOException.class);
    byte[] changed = CONTENT.clone();
    changed[3] ^= 1;
    try (var chunks =
        Files.newDirectoryStream(
            folder.resolve(TestRepository.heading("b1").folder()), "chunk-00000001-*")) {
      Files.writeString(chunks.iterator().next(), "rubbish");
    }
    Repository repository = TestRepository.of(new DirectoryTarget(folder, false));

    Manifest manifest = journalled(repository, "b2", changed);

    assertThat(TestRepository.read(repository, manifest)).isEqualTo(changed);
  }

  @Test
  void endsWhatLackedOnlyItsManifest() throws IOException {
    Repository broken =
        TestRepository.of(new FailingTarget(CHUNKS + 2, Integer.MAX_VALUE, Reason.FULL));
    assertThatThrownBy(() -> journalled(broken, "b1", CONTENT)).isInstanceOf(IOException.class);
    assertThat(broken.list("patent-review", "documents")).isEmpty();
    Repository repository = TestRepository.of(new DirectoryTarget(folder, false));

    try (Journal journal = Journal.open(state.resolve("job"))) {
      assertThat(repository.complete(journal).orElseThrow().id()).isEqualTo("b1");
      assertThat(repository.complete(journal).orElseThrow().id()).isEqualTo("b1");
    }

    Manifest manifest = repository.manifest("patent-review", "documents", "b1");
    assertThat(TestRepository.read(repository, manifest)).isEqualTo(CONTENT);
  }

  @Test
  void readsAJournalWhoseLastLineIsTorn() throws IOException {
    Path file = state.resolve("job");
    try (Journal journal = Journal.open(file)) {
      journal.begin(TestRepository.heading("b1"), ChunkSize.LEAST);
    }
    Files.writeString(file, "{\"chunk\":{\"ind", StandardOpenOption.APPEND);

    try (Journal journal = Journal.open(file)) {
      assertThat(journal.unfinished().orElseThrow().id()).isEqualTo("b1");
      journal.add(new Chunk(0, "chunk-00000000-a", 5, 5, "0".repeat(64)), "f");
    }

    try (Journal journal = Journal.open(file)) {
      assertThat(journal.stored(0)).isPresent();
    }
  }

  private Manifest journalled(Repository repository, String id, byte[] content) throws IOException {
    try (Journal journal = Journal.open(state.resolve("job"));
        BackupWriter out =
            repository.begin(
                TestRepository.heading(id),
                ChunkSize.LEAST,
                journal,
                null,
                ProgressMeter.silent())) {
      out.write(content);
      Manifest manifest = out.finish(Facts.none(), TestRepository.DONE);
      journal.remove();
      return manifest;
    }
  }
}
