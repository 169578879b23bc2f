package io.zhidun.trust.keys;

import io.zhidun.trust.envelope.KeyUnwrapper;
import io.zhidun.trust.keys.VaultFile.Pair;
import io.zhidun.trust.seal.Signer;
import io.zhidun.trust.seal.Sm2Signer;
import io.zhidun.trust.seal.Verifier;
import io.zhidun.trust.sm2.Sm2PrivateKey;
import io.zhidun.trust.sm2.Sm2PublicKey;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A vault in one encrypted file that only its owner can read; the keys in use are in memory. */
public final class FileKeyVault implements KeyVault {
  private final Path file;
  private final KeyLock lock;
  private final int iterations;
  private final SecureRandom random;
  private volatile List<Pair> pairs;

  private FileKeyVault(
      Path file, KeyLock lock, int iterations, SecureRandom random, List<Pair> pairs) {
    this.file = file;
    this.lock = lock;
    this.iterations = iterations;
    this.random = random;
    this.pairs = List.copyOf(pairs);
  }

  /** Opens a vault. */
  public static FileKeyVault open(Path file, KeyLock lock, SecureRandom random) throws IOException {
    return new FileKeyVault(file, lock, VaultFile.ITERATIONS, random, VaultFile.open(file, lock));
  }

  /** Makes a vault with one key for each use; fails where the file is. */
  public static FileKeyVault create(Path file, KeyLock lock, Instant now, SecureRandom random)
      throws IOException {
    return create(file, lock, VaultFile.ITERATIONS, now, random);
  }

  static FileKeyVault create(
      Path file, KeyLock lock, int iterations, Instant now, SecureRandom random)
      throws IOException {
    List<Pair> pairs = new ArrayList<>();
    for (KeyUse use : KeyUse.values()) {
      pairs.add(new Pair(Sm2PrivateKey.generate(random), use, now, null));
    }
    OwnerOnly.write(file, VaultFile.seal(pairs, lock, iterations, random));
    return new FileKeyVault(file, lock, iterations, random, pairs);
  }

  /** Opens the vault, or makes it where there is none. */
  public static FileKeyVault openOrCreate(Path file, KeyLock lock, Instant now, SecureRandom random)
      throws IOException {
    return Files.exists(file) ? open(file, lock, random) : create(file, lock, now, random);
  }

  @Override
  public List<KeyEntry> entries() {
    return pairs.stream().map(Pair::entry).toList();
  }

  @Override
  public Signer signer() {
    return new Sm2Signer(current(KeyUse.SIGNING), random);
  }

  @Override
  public Verifier verifier() {
    return Verifier.of(
        pairs.stream()
            .filter(pair -> pair.use() == KeyUse.SIGNING)
            .map(pair -> pair.key().publicKey())
            .toList());
  }

  @Override
  public Sm2PublicKey wrappingKey() {
    return current(KeyUse.WRAPPING).publicKey();
  }

  @Override
  public KeyUnwrapper unwrapper() {
    return KeyUnwrapper.of(
        pairs.stream()
            .filter(pair -> pair.use() == KeyUse.WRAPPING)
            .map(Pair::key)
            .toArray(Sm2PrivateKey[]::new));
  }

  @Override
  public synchronized KeyEntry rotate(KeyUse use, Instant now) throws IOException {
    List<Pair> next = new ArrayList<>();
    for (Pair pair : pairs) {
      boolean retires = pair.use() == use && pair.retired() == null;
      next.add(retires ? new Pair(pair.key(), use, pair.created(), now) : pair);
    }
    Pair made = new Pair(Sm2PrivateKey.generate(random), use, now, null);
    next.add(made);
    OwnerOnly.replace(file, VaultFile.seal(next, lock, iterations, random));
    pairs = List.copyOf(next);
    return made.entry();
  }

  private Sm2PrivateKey current(KeyUse use) {
    return pairs.stream()
        .filter(pair -> pair.use() == use && pair.retired() == null)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(file + ": no current key for " + use))
        .key();
  }
}
