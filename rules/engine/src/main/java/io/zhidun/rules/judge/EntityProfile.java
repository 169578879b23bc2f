package io.zhidun.rules.judge;

import io.zhidun.events.BilingualText;
import io.zhidun.rules.atom.CidrTest;
import io.zhidun.rules.atom.IpAddresses;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What a site says about an entity.
 *
 * @param value name, address, network or pattern that it is about, as written
 * @param role what it does, or empty
 * @param department where it belongs, or empty
 * @param networks where its work comes from; empty where that says nothing
 * @param networkText the same as written
 * @param hours when it works
 * @param expires when it ends
 * @param note what else is known
 */
record EntityProfile(
    String value,
    String role,
    String department,
    List<CidrTest> networks,
    String networkText,
    UsualHours hours,
    Instant expires,
    BilingualText note) {
  EntityProfile {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(role, "role");
    Objects.requireNonNull(department, "department");
    networks = List.copyOf(networks);
    Objects.requireNonNull(networkText, "networkText");
    Objects.requireNonNull(hours, "hours");
    Objects.requireNonNull(expires, "expires");
    Objects.requireNonNull(note, "note");
  }

  /** Whether an address is known to lie outside of its networks. */
  boolean isOutside(String address) {
    return !networks.isEmpty()
        && IpAddresses.parse(address) != null
        && networks.stream().noneMatch(network -> network.contains(address));
  }
}
