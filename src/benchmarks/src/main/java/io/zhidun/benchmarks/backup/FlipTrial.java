package io.zhidun.benchmarks.backup;

import io.zhidun.backup.repository.BackupWriter;
import io.zhidun.backup.repository.ChunkSize;
import io.zhidun.backup.repository.Facts;
import io.zhidun.backup.repository.Heading;
import io.zhidun.backup.repository.Keys;
import io.zhidun.backup.repository.ProgressMeter;
import io.zhidun.backup.repository.Repository;
import io.zhidun.backup.repository.RepositoryCheck;
import io.zhidun.backup.repository.Retry;
import io.zhidun.backup.storage.DirectoryTarget;
import io.zhidun.benchmarks.Figure;
import io.zhidun.trust.envelope.KeyUnwrapper;
import io.zhidun.trust.seal.Sm2Signer;
import io.zhidun.trust.seal.Verifier;
import io.zhidun.trust.sm2.Sm2PrivateKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Flips bytes of a whole repository, chunks, manifests, records of drills and of verifications and
 * their signatures in turn, and asks whether each is found.
 */
final class FlipTrial {
  private static final Instant NOW = Instant.parse("2026-11-27T08:00:00Z");

  private final Path folder;
  private final Repository repository;

  FlipTrial(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    SecureRandom random = new SecureRandom();
    Sm2PrivateKey key = Sm2PrivateKey.generate(random);
    Keys keys =
        new Keys(
            List.of(key.publicKey()),
            new Sm2Signer(key, random),
            Verifier.of(List.of(key.publicKey())),
            KeyUnwrapper.of(key));
    this.repository =
        new Repository(new DirectoryTarget(folder, false), "bench", keys, random, Retry.usual());
  }

  Figure run(int flips) throws IOException {
    store();
    List<Path> objects;
    try (Stream<Path> files = Files.walk(folder)) {
      objects = files.filter(Files::isRegularFile).sorted().toList();
    }
    SplittableRandom random = new SplittableRandom(10);
    int found = 0;
    for (int flip = 0; flip < flips; flip++) {
      Path object = objects.get(flip % objects.size());
      byte[] bytes = Files.readAllBytes(object);
      int at = random.nextInt(bytes.length);
      byte mask = (byte) (1 + random.nextInt(255));
      bytes[at] ^= mask;
      Files.write(object, bytes);
      found += isFound() ? 1 : 0;
      bytes[at] ^= mask;
      Files.write(object, bytes);
    }
    if (isFound()) {
      throw new IllegalStateException("the whole repository is said to be damaged");
    }
    return Figure.exactly("backup", "flipped bytes found", found, "flips", flips);
  }

  private void store() throws IOException {
    Heading heading = new Heading("bench", "flips", "files", "T3", "1", "b1", NOW);
    byte[] content = new byte[2 * ChunkSize.LEAST];
    new SplittableRandom(1).nextBytes(content);
    try (BackupWriter out =
        repository.begin(heading, ChunkSize.LEAST, null, ProgressMeter.silent())) {
      out.write(content);
      out.finish(Facts.none(), NOW);
    }
    for (String name : List.of("drills/bench/flips/1.json", "verifications/bench/flips/1.json")) {
      byte[] record = "{\"format\":1,\"faults\":[]}".getBytes(StandardCharsets.UTF_8);
      repository.storeSigned(name, record, NOW);
    }
  }

  private boolean isFound() throws IOException {
    return !RepositoryCheck.run(repository, NOW, ProgressMeter.silent()).holds();
  }
}
