package io.zhidun.backup.executor;

import io.zhidun.trust.envelope.DataKey;
import io.zhidun.trust.envelope.EnvelopeInputStream;
import io.zhidun.trust.envelope.EnvelopeOutputStream;
import io.zhidun.trust.envelope.KeyUnwrapper;
import io.zhidun.trust.keys.KeyShare;
import io.zhidun.trust.keys.Quorum;
import io.zhidun.trust.sm2.Sm2PrivateKey;
import io.zhidun.trust.sm2.Sm2PublicKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;

/**
 * Folders of keys, sealed for a quorum: an archive in an envelope whose only recipient is a key
 * that nobody has. Its private half was split among people when it was made; enough of them put it
 * together for as long as it takes to open.
 */
public final class SealedKeys {
  /** The file in a restored archive. */
  public static final String FILE = "keys.sealed";

  private static final byte[] CONTEXT = "zhidun keys 1".getBytes(StandardCharsets.US_ASCII);
  private static final int MOST_BYTES = 4 << 20;

  private SealedKeys() {}

  /** What a quorum begins with: the key to seal for, and the parts of the other half. */
  public record Made(Sm2PublicKey publicKey, List<KeyShare> shares) {}

  /** Makes a key and splits it; the key itself is gone when this returns. */
  public static Made quorum(int threshold, int shares, SecureRandom random) {
    Sm2PrivateKey key = Sm2PrivateKey.generate(random);
    byte[] scalar = key.scalar();
    try {
      return new Made(key.publicKey(), Quorum.split(scalar, threshold, shares, random));
    } finally {
      Arrays.fill(scalar, (byte) 0);
    }
  }

  static byte[] seal(SortedMap<String, Path> folders, Sm2PublicKey quorum, SecureRandom random)
      throws IOException {
    ByteArrayOutputStream sealed = new ByteArrayOutputStream();
    DataKey key = DataKey.generate(List.of(quorum), random);
    try (EnvelopeOutputStream out =
        new EnvelopeOutputStream(
            sealed, key, CONTEXT, EnvelopeOutputStream.DEFAULT_SEGMENT_BITS, random)) {
      ArchiveWriter archive = new ArchiveWriter(out);
      archive.write(folders);
      if (!archive.notes().isEmpty()) {
        throw new IOException("the keys did not stand still: " + archive.notes().get(0));
      }
      out.finish();
    }
    if (sealed.size() > MOST_BYTES) {
      throw new IOException(
          "folders of keys have at most "
              + MOST_BYTES
              + " bytes; is there something else in them?");
    }
    return sealed.toByteArray();
  }

  /**
   * Opens sealed keys into a folder that is not there yet.
   *
   * @param shares at least as many as the quorum needs
   * @throws IllegalArgumentException where they are too few, of another quorum, or false
   * @throws IOException where the keys are sealed for another quorum or were changed
   */
  public static void open(Path sealed, List<KeyShare> shares, Path into)
      throws IOException, InterruptedException {
    if (Files.size(sealed) > MOST_BYTES) {
      throw new IOException("sealed keys have at most " + MOST_BYTES + " bytes: " + sealed);
    }
    byte[] scalar = Quorum.join(shares);
    KeyUnwrapper keys;
    try {
      keys = KeyUnwrapper.of(Sm2PrivateKey.of(scalar));
    } finally {
      Arrays.fill(scalar, (byte) 0);
    }
    byte[] plain;
    try (EnvelopeInputStream in =
        new EnvelopeInputStream(
            new ByteArrayInputStream(Files.readAllBytes(sealed)), keys, CONTEXT)) {
      plain = in.readAllBytes();
    }
    Staging staging = Staging.open(into, sealed.toString());
    ArchiveReader archive =
        new ArchiveReader(new ByteArrayInputStream(plain), 0, staging.content());
    while (archive.next()) {
      // Each entry is a file of keys.
    }
    staging.publish();
  }
}
