package io.zhidun.trust.keys;

import io.zhidun.trust.sm2.Sm2PrivateKey;
import io.zhidun.trust.sm4.Sm4Gcm;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file of a vault: magic (8 bytes), kind of lock (1), iterations (4), salt (16), nonce (12),
 * and sealed with SM4-GCM, with all before it as additional data, one line a key pair: use,
 * created, retired or -, private key.
 */
final class VaultFile {

  /** What is stretched today; a file says how its own key was. */
  static final int ITERATIONS = 600_000;

  private static final int MOST_ITERATIONS = 10_000_000;
  private static final byte[] MAGIC = "ZHIDUNK1".getBytes(StandardCharsets.US_ASCII);
  private static final int SALT = 16;
  private static final int HEADER = MAGIC.length + 1 + 4 + SALT + Sm4Gcm.NONCE;
  private static final int MOST_BYTES = 1 << 20;

  private VaultFile() {}

  /** A key pair and its times. */
  record Pair(Sm2PrivateKey key, KeyUse use, Instant created, @Nullable Instant retired) {
    KeyEntry entry() {
      return new KeyEntry(key.publicKey(), use, created, retired);
    }
  }

  static byte[] seal(List<Pair> pairs, KeyLock lock, int iterations, SecureRandom random)
      throws IOException {
    byte[] salt = new byte[SALT];
    byte[] nonce = new byte[Sm4Gcm.NONCE];
    random.nextBytes(salt);
    random.nextBytes(nonce);
    byte[] header =
        ByteBuffer.allocate(HEADER)
            .put(MAGIC)
            .put((byte) lock.kind().number())
            .putInt(iterations)
            .put(salt)
            .put(nonce)
            .array();
    byte[] text = text(pairs).getBytes(StandardCharsets.US_ASCII);
    byte[] sealed = new Sm4Gcm(lock.key(salt, iterations)).seal(nonce, header, text);
    return ByteBuffer.allocate(HEADER + sealed.length).put(header).put(sealed).array();
  }

  static List<Pair> open(Path file, KeyLock lock) throws IOException {
    byte[] bytes = OwnerOnly.read(file, MOST_BYTES);
    if (bytes.length < HEADER + Sm4Gcm.TAG || !Arrays.equals(bytes, 0, 8, MAGIC, 0, 8)) {
      throw new KeyVaultException(file + ": not a vault of version 1");
    }
    ByteBuffer header = ByteBuffer.wrap(bytes, MAGIC.length, HEADER - MAGIC.length);
    int kind = header.get();
    int iterations = header.getInt();
    byte[] salt = new byte[SALT];
    byte[] nonce = new byte[Sm4Gcm.NONCE];
    header.get(salt).get(nonce);
    if (kind != lock.kind().number()) {
      throw new KeyVaultException(
          "%s: locked in another way (%d) than %s (%d)"
              .formatted(file, kind, lock.kind(), lock.kind().number()));
    }
    if (iterations < 1 || iterations > MOST_ITERATIONS) {
      throw new KeyVaultException(
          "%s: %d iterations, 1 to %d are taken".formatted(file, iterations, MOST_ITERATIONS));
    }
    byte[] text = new byte[bytes.length - HEADER - Sm4Gcm.TAG];
    boolean opened =
        new Sm4Gcm(lock.key(salt, iterations))
            .open(
                nonce, Arrays.copyOf(bytes, HEADER), bytes, HEADER, bytes.length - HEADER, text, 0);
    if (!opened) {
      throw new KeyVaultException(file + ": wrong secret, or the file was changed");
    }
    return pairs(new String(text, StandardCharsets.US_ASCII));
  }

  private static String text(List<Pair> pairs) {
    StringBuilder text = new StringBuilder();
    for (Pair pair : pairs) {
      text.append(pair.use()).append(' ').append(pair.created()).append(' ');
      text.append(pair.retired() == null ? "-" : pair.retired().toString()).append(' ');
      text.append(HexFormat.of().formatHex(pair.key().scalar())).append('\n');
    }
    return text.toString();
  }

  private static List<Pair> pairs(String text) {
    List<Pair> pairs = new ArrayList<>();
    for (String line : text.lines().toList()) {
      String[] part = line.split(" ", 4);
      pairs.add(
          new Pair(
              Sm2PrivateKey.of(HexFormat.of().parseHex(part[3])),
              KeyUse.valueOf(part[0]),
              Instant.parse(part[1]),
              part[2].equals("-") ? null : Instant.parse(part[2])));
    }
    return pairs;
  }
}
