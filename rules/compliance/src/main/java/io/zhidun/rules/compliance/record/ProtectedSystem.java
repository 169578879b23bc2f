package io.zhidun.rules.compliance.record;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A system under classified protection (定级对象).
 *
 * @param level 2 to 4, the higher of information and service level
 * @param notation as in S3A3G3: business information, system service, general
 * @param extensions of the standard that apply: cloud, mobile, iot, ics
 * @param owner who answers for it
 * @param filingNumber of the filing with the police, empty before it
 * @param critical part of critical information infrastructure
 * @param reportingRoute of incidents, a key of the incident clocks
 */
public record ProtectedSystem(
    String id,
    String name,
    int level,
    String notation,
    Set<String> extensions,
    String owner,
    String filingNumber,
    @Nullable LocalDate filingValidUntil,
    boolean critical,
    String reportingRoute,
    List<Asset> assets) {

  public ProtectedSystem {
    if (level < 2 || level > 4) {
      throw new IllegalArgumentException("level " + level + " of system " + id + ", not 2 to 4");
    }
    extensions = Set.copyOf(extensions);
    assets = List.copyOf(assets);
  }
}
