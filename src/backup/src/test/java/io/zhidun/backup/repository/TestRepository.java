package io.zhidun.backup.repository;

import io.zhidun.backup.storage.Target;
import io.zhidun.trust.envelope.KeyUnwrapper;
import io.zhidun.trust.seal.Sm2Signer;
import io.zhidun.trust.seal.Verifier;
import io.zhidun.trust.sm2.Sm2PrivateKey;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Repositories with keys of the tests. */
public final class TestRepository {
  public static final Instant BEGUN = Instant.parse("2026-11-27T08:00:00Z");
  public static final Instant DONE = Instant.parse("2026-11-27T08:05:00Z");
  static final SecureRandom RANDOM = new SecureRandom();
  static final Sm2PrivateKey SIGNING = Sm2PrivateKey.of(scalar(1));
  static final Sm2PrivateKey READING = Sm2PrivateKey.of(scalar(2));

  private TestRepository() {}

  private static byte[] scalar(int seed) {
    byte[] scalar = new byte[32];
    new Random(seed).nextBytes(scalar);
    scalar[0] = 1;
    return scalar;
  }

  public static Repository of(Target target) {
    return of(target, "office-a", READING, SIGNING);
  }

  static Repository of(
      Target target, String installation, Sm2PrivateKey reading, Sm2PrivateKey signing) {
    Keys keys =
        new Keys(
            List.of(READING.publicKey()),
            new Sm2Signer(signing, RANDOM),
            Verifier.of(List.of(SIGNING.publicKey())),
            KeyUnwrapper.of(reading));
    return new Repository(
        target, installation, keys, RANDOM, new Retry(3, Duration.ofMillis(1), nanos -> {}));
  }

  public static Heading heading(String id) {
    return new Heading("patent-review", "documents", "files", "T2", "1", id, BEGUN);
  }

  static Manifest store(Repository repository, String id, byte[] content) throws IOException {
    try (BackupWriter out =
        repository.begin(heading(id), ChunkSize.LEAST, null, ProgressMeter.silent())) {
      out.write(content);
      return out.finish(Facts.none(), DONE);
    }
  }

  static byte[] read(Repository repository, Manifest manifest) throws IOException {
    try (var in = repository.open(manifest, 0, ProgressMeter.silent())) {
      return in.readAllBytes();
    }
  }

  /** Bytes of which about half can be squeezed out. */
  public static byte[] content(int size, long seed) {
    Random random = new Random(seed);
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    for (int i = 0; i < size; i += 2) {
      bytes[i] = 'x';
    }
    return bytes;
  }
}
