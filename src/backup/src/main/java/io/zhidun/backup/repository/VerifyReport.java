package io.zhidun.backup.repository;

import java.time.Instant;
import java.util.List;

/**
 * What reading all of a backup found. It does not say that the backup can be restored: that is for
 * a drill.
 *
 * @param opened whether the chunks were also decrypted and decompressed, for which a key is needed
 * @param faults what was found wrong, each naming its place; empty where all holds
 */
public record VerifyReport(
    String system,
    String source,
    String backup,
    Instant at,
    int chunks,
    long bytes,
    boolean opened,
    List<String> faults) {
  public VerifyReport {
    faults = List.copyOf(faults);
  }

  public boolean holds() {
    return faults.isEmpty();
  }
}
