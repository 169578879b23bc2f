package io.zhidun.rules.filings.record;

import java.util.List;

/**
 * An earlier mark that others must not imitate.
 *
 * @param owner name
 * @param ownerKey code of the owner, else its name
 * @param aliases other words for it: translations, short forms
 */
public record ProtectedMark(
    String owner, String ownerKey, List<Integer> niceClasses, Fame fame, List<String> aliases) {

  /** How well a mark is known. */
  public enum Fame {
    WELL_KNOWN("well-known"),
    KNOWN("known"),
    REGISTERED("registered");

    private final String wire;

    Fame(String wire) {
      this.wire = wire;
    }

    public String wire() {
      return wire;
    }
  }

  public ProtectedMark {
    niceClasses = List.copyOf(niceClasses);
    aliases = List.copyOf(aliases);
  }
}
