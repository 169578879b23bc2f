package io.zhidun.standalone.supervisor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A file of YAML that we write. Its first line holds a digest of the rest: as long as that agrees,
 * the file is ours and follows the options of the start; once a person changed it, it is theirs and
 * stays as it is.
 */
record OwnedFile(Path path) {
  private static final String MARK = "# written by zhidun up ";

  /** Writes the file unless a person changed it; returns whether it is ours. */
  boolean write(String text) throws IOException {
    if (Files.exists(path) && !isOurs()) {
      return false;
    }
    AtomicFile.write(path, MARK + digest(text) + "\n" + text);
    return true;
  }

  /** Whether it is there as we wrote it. */
  boolean isOurs() throws IOException {
    if (!Files.exists(path)) {
      return false;
    }
    String text = Files.readString(path);
    int end = text.indexOf('\n');
    return end > 0 && text.substring(0, end).equals(MARK + digest(text.substring(end + 1)));
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
