package io.zhidun.backup.repository;

import io.zhidun.events.Json;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What a run has stored so far, in a file of this machine: a line for the heading, one for each
 * chunk that is on the target, one for the manifest before it is. A line that a dying process left
 * half is as if it were not there. One writer; used by several threads of it.
 */
public final class Journal implements AutoCloseable {
  private static final int MOST_BYTES = 512 << 20;

  private record Line(
      @Nullable Heading heading,
      @Nullable Integer chunkSize,
      @Nullable Chunk chunk,
      @Nullable String fingerprint,
      @Nullable String manifest,
      @Nullable String signature) {}

  record Stored(Chunk chunk, String fingerprint) {}

  record Sealed(byte[] manifest, byte[] signature) {}

  private final Path file;
  private final FileChannel channel;
  private final Map<Integer, Stored> chunks = new HashMap<>();
  private @Nullable Heading heading;
  private int chunkSize;
  private @Nullable Sealed sealed;

  private Journal(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Opens the journal of a job, which may be that of a run that died.
   *
   * @throws IOException also where another process writes it
   */
  public static Journal open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    if (channel.tryLock() == null) {
      channel.close();
      throw new IOException("another process is running this backup: " + file);
    }
    Journal journal = new Journal(file, channel);
    journal.read();
    return journal;
  }

  private void read() throws IOException {
    if (channel.size() > MOST_BYTES) {
      throw new IOException("a journal has at most " + MOST_BYTES + " bytes: " + file);
    }
    byte[] bytes = Files.readAllBytes(file);
    int begin = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        if (!take(new String(bytes, begin, i - begin, StandardCharsets.UTF_8))) {
          break;
        }
        begin = i + 1;
      }
    }
    channel.truncate(begin).position(begin);
  }

  private boolean take(String text) {
    Line line;
    try {
      line = Json.mapper().readValue(text, Line.class);
    } catch (JacksonException e) {
      return false;
    }
    if (line.heading() != null && line.chunkSize() != null) {
      heading = line.heading();
      chunkSize = line.chunkSize();
    }
    if (line.chunk() != null && line.fingerprint() != null) {
      chunks.put(line.chunk().index(), new Stored(line.chunk(), line.fingerprint()));
    }
    if (line.manifest() != null && line.signature() != null) {
      Base64.Decoder base64 = Base64.getDecoder();
      sealed = new Sealed(base64.decode(line.manifest()), base64.decode(line.signature()));
    }
    return true;
  }

  /** The backup that a run before this one began and did not finish. */
  public Optional<Heading> unfinished() {
    return Optional.ofNullable(heading);
  }

  int chunkSize() {
    return chunkSize;
  }

  synchronized Optional<Stored> stored(int index) {
    return Optional.ofNullable(chunks.get(index));
  }

  Optional<Sealed> sealed() {
    return Optional.ofNullable(sealed);
  }

  /** Forgets what was; the next run begins anew. */
  public void clear() throws IOException {
    channel.truncate(0).force(true);
    chunks.clear();
    heading = null;
    sealed = null;
  }

  void begin(Heading begun, int size) throws IOException {
    heading = begun;
    chunkSize = size;
    append(new Line(begun, size, null, null, null, null));
  }

  void add(Chunk chunk, String fingerprint) throws IOException {
    append(new Line(null, null, chunk, fingerprint, null, null));
  }

  void seal(byte[] manifest, byte[] signature) throws IOException {
    Base64.Encoder base64 = Base64.getEncoder();
    append(
        new Line(
            null,
            null,
            null,
            null,
            base64.encodeToString(manifest),
            base64.encodeToString(signature)));
  }

  private synchronized void append(Line line) throws IOException {
    String text = Json.mapper().writeValueAsString(line) + '\n';
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
  }

  /** Removes the journal of a run that is done. */
  public void remove() throws IOException {
    close();
    try {
      Files.delete(file);
    } catch (NoSuchFileException e) {
      // Somebody tidied up.
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
