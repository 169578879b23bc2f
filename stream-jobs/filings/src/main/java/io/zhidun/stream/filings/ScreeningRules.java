package io.zhidun.stream.filings;

import io.zhidun.rules.filings.form.FilingLineWriter;
import io.zhidun.rules.filings.form.FilingReader;
import io.zhidun.rules.filings.form.FormRead;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.screen.DigestCodec;
import io.zhidun.rules.filings.screen.FilingScreen;
import io.zhidun.rules.filings.text.Digest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shipped rules: readers of all forms, and the screen with its detectors and judge. Personal
 * identifiers are hashed under the key in the file that {@value #KEY_FILE} names; where the
 * variable is not set, filings are not read. A file that is not there is made, for its owner alone.
 */
public final class ScreeningRules implements FilingRules {

  /** Environment variable with the path of the key. */
  public static final String KEY_FILE = "ZHIDUN_FILINGS_KEY_FILE";

  private static final int KEY_BYTES = 32;
  private static final long serialVersionUID = 1;

  @Override
  public boolean ready() {
    return keyFile() != null;
  }

  @Override
  public RecordForms forms() {
    return new Forms(key());
  }

  @Override
  public Screen screen() {
    FilingScreen screen = FilingScreen.shipped(Compiled.RULES);
    DigestCodec codec = new DigestCodec(key());
    return (digest, sink) -> screen.see(codec.read(digest), sink);
  }

  /**
   * Rules and dictionaries are the process's own: a screen that is thrown away leaves them there.
   */
  @Override
  public void warmUp() {
    FilingScreen unused = FilingScreen.shipped(Compiled.RULES);
  }

  private static @Nullable String keyFile() {
    return System.getenv(KEY_FILE);
  }

  private static byte[] key() {
    String name = keyFile();
    if (name == null) {
      throw new IllegalStateException(KEY_FILE + " is not set");
    }
    try {
      return key(Path.of(name));
    } catch (IOException e) {
      throw new UncheckedIOException(KEY_FILE + ": " + name, e);
    }
  }

  /** The key in the file, which is made where it is not there. */
  static byte[] key(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] fresh = new byte[KEY_BYTES];
      new SecureRandom().nextBytes(fresh);
      Path made =
          Files.createTempFile(
              file.toAbsolutePath().getParent(),
              file.getFileName().toString(),
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(made, fresh, StandardOpenOption.SYNC);
      try {
        // A link, unlike a move, never takes the place of a key that another thread made.
        Files.createLink(file, made);
      } catch (FileAlreadyExistsException e) {
        // Made meanwhile: that one counts.
      } finally {
        Files.delete(made);
      }
    }
    byte[] key = Files.readAllBytes(file);
    if (key.length < KEY_BYTES) {
      throw new IOException("a key of " + key.length + " bytes; at least " + KEY_BYTES);
    }
    return key;
  }

  private static final class Compiled {
    static final io.zhidun.rules.filings.judge.FilingRules RULES =
        io.zhidun.rules.filings.judge.FilingRules.shipped();
  }

  private static final class Forms implements RecordForms {
    private final FilingReader reader;
    private final DigestCodec codec;
    private final FilingLineWriter lines = FilingLineWriter.whole();

    Forms(byte[] key) {
      reader = new FilingReader(key);
      codec = new DigestCodec(key);
    }

    @Override
    public List<FilingRecord> read(String dataset, byte[] value, List<String> faults) {
      FormRead read = reader.read(dataset, value);
      read.faults().forEach(fault -> faults.add(fault.toString()));
      return read.records();
    }

    @Override
    public byte[] line(FilingRecord record) {
      return lines.write(record);
    }

    @Override
    public byte[] digest(FilingRecord record) {
      return codec.write(Digest.of(record));
    }
  }
}
