package io.zhidun.trust.chain;

import io.zhidun.trust.seal.Verifier;
import java.util.Optional;

/**
 * What is known of a trail beside its file.
 *
 * @param believed keys that may have sealed it; empty to take any key that seals it, and name it
 * @param least how many records the trail had at some time; a shorter one was cut
 * @param root the Merkle root that those had
 */
public record TrailExpectation(Optional<Verifier> believed, long least, Optional<byte[]> root) {

  /** Nothing but the file. */
  public static TrailExpectation nothing() {
    return new TrailExpectation(Optional.empty(), 0, Optional.empty());
  }

  /** Sealed by these keys. */
  public static TrailExpectation sealedBy(Verifier believed) {
    return new TrailExpectation(Optional.of(believed), 0, Optional.empty());
  }

  /** As before, and at least as long as this position, with its root. */
  public TrailExpectation reaching(TrailPosition position) {
    return new TrailExpectation(believed, position.size(), Optional.of(position.root()));
  }

  /** As before, and at least as long as this. */
  public TrailExpectation reaching(long size) {
    return new TrailExpectation(believed, size, Optional.empty());
  }
}
