package io.zhidun.backup.repository;

import io.zhidun.backup.storage.Content;
import io.zhidun.backup.storage.Target;
import io.zhidun.trust.envelope.DataKey;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Takes a stream and stores it chunk by chunk while it comes; the backup is there when {@link
 * #finish} returns and not before. Closing without that leaves nothing visible. Written to by one
 * thread; two others compress, seal and store. Memory: seven times the size of a chunk.
 */
public final class BackupWriter extends OutputStream {
  private static final int WORKERS = 2;

  private final Repository repository;
  private final Target target;
  private final Heading heading;
  private final @Nullable Journal journal;
  private final @Nullable Instant keepUntil;
  private final ProgressMeter progress;
  private final String attempt;
  private final ExecutorService pool;
  private final BlockingQueue<byte[]> buffers = new ArrayBlockingQueue<>(WORKERS + 1);
  private final BlockingQueue<ChunkSealer> sealers = new ArrayBlockingQueue<>(WORKERS);
  private final List<Future<Chunk>> chunks = new ArrayList<>();
  private final AtomicReference<@Nullable IOException> failed = new AtomicReference<>();
  private byte[] buffer;
  private int filled;

  BackupWriter(
      Repository repository,
      Heading heading,
      int chunkSize,
      @Nullable Journal journal,
      @Nullable Instant keepUntil,
      ProgressMeter progress) {
    this.repository = repository;
    this.target = repository.target();
    this.heading = heading;
    this.journal = journal;
    this.keepUntil = keepUntil;
    this.progress = progress;
    SecureRandom random = repository.random();
    this.attempt = HexFormat.of().toHexDigits(random.nextInt());
    DataKey key = DataKey.generate(repository.keys().recipients(), random);
    for (int i = 0; i < WORKERS; i++) {
      sealers.add(new ChunkSealer(chunkSize, key, random));
      buffers.add(new byte[chunkSize]);
    }
    this.buffer = new byte[chunkSize];
    this.pool = Executors.newFixedThreadPool(WORKERS, BackupWriter::worker);
  }

  private static Thread worker(Runnable work) {
    Thread thread = new Thread(work, "backup-chunks");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    int at = offset;
    int left = length;
    while (left > 0) {
      int taken = Math.min(left, buffer.length - filled);
      System.arraycopy(bytes, at, buffer, filled, taken);
      filled += taken;
      at += taken;
      left -= taken;
      if (filled == buffer.length) {
        hand();
        buffer = take(buffers);
      }
    }
  }

  private void hand() throws IOException {
    IOException fault = failed.get();
    if (fault != null) {
      throw new IOException("the backup cannot go on: " + fault.getMessage(), fault);
    }
    byte[] full = buffer;
    int length = filled;
    int index = chunks.size();
    filled = 0;
    chunks.add(
        pool.submit(
            () -> {
              try {
                return store(index, full, length);
              } catch (IOException e) {
                failed.compareAndSet(null, e);
                throw e;
              } finally {
                buffers.add(full);
              }
            }));
  }

  private Chunk store(int index, byte[] plain, int length) throws IOException {
    String fingerprint = journal == null ? "" : Fingerprint.of(plain, length);
    Optional<Chunk> kept = kept(index, length, fingerprint);
    if (kept.isPresent()) {
      progress.add(length, kept.get().size());
      return kept.get();
    }
    ChunkSealer sealer = take(sealers);
    try {
      String name = "chunk-%08d-%s".formatted(index, attempt);
      sealer.seal(plain, length, repository.context(heading, index));
      Chunk chunk = new Chunk(index, name, length, sealer.size(), sealer.digest());
      Content content = Content.of(sealer.bytes(), 0, sealer.size());
      repository.retry().run(() -> target.put(heading.folder() + name, content, keepUntil));
      if (journal != null) {
        journal.add(chunk, fingerprint);
      }
      progress.add(length, chunk.size());
      return chunk;
    } finally {
      sealers.add(sealer);
    }
  }

  /** What a run before this one stored of the same bytes, if it still lies there as it was. */
  private Optional<Chunk> kept(int index, int length, String fingerprint) throws IOException {
    if (journal == null) {
      return Optional.empty();
    }
    Optional<Chunk> stored =
        journal
            .stored(index)
            .filter(s -> s.fingerprint().equals(fingerprint) && s.chunk().plain() == length)
            .map(Journal.Stored::chunk);
    return stored.isPresent() && repository.lies(heading, stored.get()) ? stored : Optional.empty();
  }

  /**
   * Stores what is left, then the manifest.
   *
   * @param now when the last byte was read
   */
  public Manifest finish(Facts facts, Instant now) throws IOException {
    if (filled > 0) {
      hand();
    }
    List<Chunk> stored = new ArrayList<>();
    for (Future<Chunk> chunk : chunks) {
      stored.add(Awaited.of(chunk));
    }
    pool.shutdown();
    stored.sort(Comparator.comparingInt(Chunk::index));
    Manifest manifest =
        new Manifest(
            Manifest.FORMAT,
            repository.installation(),
            heading,
            facts,
            now,
            repository.keys().recipients().stream().map(key -> key.id()).toList(),
            keepUntil,
            stored.stream().mapToLong(Chunk::plain).sum(),
            stored.stream().mapToLong(Chunk::size).sum(),
            stored);
    repository.publish(manifest, journal);
    return manifest;
  }

  private static <T> T take(BlockingQueue<T> queue) throws InterruptedIOException {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the backup was stopped");
    }
  }

  @Override
  public void close() throws IOException {
    // What is being stored is let to end, so that the journal knows it; what waits is not begun.
    pool.shutdown();
    chunks.forEach(chunk -> chunk.cancel(false));
    try {
      if (!pool.awaitTermination(1, TimeUnit.MINUTES)) {
        pool.shutdownNow();
        throw new IOException("the target does not answer: " + target.place());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the backup was stopped");
    }
    sealers.forEach(ChunkSealer::close);
    sealers.clear();
  }
}
