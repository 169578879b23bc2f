package io.zhidun.trust.chain;

import java.util.List;
import java.util.Optional;

/**
 * What a verifier found.
 *
 * @param name of the trail
 * @param from sequence of the file's first record
 * @param records how many records are right, up to the first fault
 * @param seals how many checkpoints among them are right
 * @param sealed how many records of the trail, from its beginning, the last right checkpoint covers
 * @param keyIds of the keys that sealed, in order of appearance
 * @param fault the first fault; empty where there is none
 */
public record TrailVerdict(
    String name,
    long from,
    long records,
    long seals,
    long sealed,
    List<String> keyIds,
    Optional<TrailFault> fault) {

  public boolean isIntact() {
    return fault.isEmpty();
  }

  /** Right records that no right checkpoint covers yet. */
  public long unsealed() {
    return from + records - Math.max(sealed, from);
  }
}
