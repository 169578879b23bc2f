package io.zhidun.report.pack;

import io.zhidun.trust.seal.SignatureVerdict;
import java.util.List;
import java.util.Optional;

/**
 * What a verification found.
 *
 * @param report number of the report, empty where no manifest could be read
 * @param files that were looked at
 * @param faults in the order of the files, the first one first
 * @param signature empty where the pack is not signed
 * @param keyId of the signer, empty where the pack is not signed
 */
public record PackVerdict(
    String report,
    int files,
    List<Fault> faults,
    Optional<SignatureVerdict> signature,
    String keyId) {

  public PackVerdict {
    faults = List.copyOf(faults);
  }

  /** Nothing was changed. A key that is not believed is for the caller to judge. */
  public boolean isWhole() {
    return faults.isEmpty();
  }

  /** A file that is not as the manifest says, and in which way. */
  public record Fault(String file, Kind kind, String words) {
    /** In which way. */
    public enum Kind {
      /** Not a pack, or its container was changed. */
      CONTAINER,
      CHANGED,
      MISSING,
      ADDED,
      SIGNATURE
    }
  }
}
