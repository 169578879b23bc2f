package io.zhidun.rules.judge;

import io.zhidun.rules.atom.CidrTest;
import io.zhidun.rules.atom.IpAddresses;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Profiles of networks, the narrowest first: one search a length of prefix, however many. */
final class ProfileNetworks {
  private final Map<Integer, Map<ByteBuffer, EntityProfile>> byPrefix =
      new TreeMap<>(Comparator.reverseOrder());

  /**
   * @param text {@code address/prefix}
   * @return the profile that had the network before, or null
   * @throws IllegalArgumentException naming what is wrong with the network
   */
  @Nullable EntityProfile put(String text, EntityProfile profile) {
    CidrTest.of(text);
    int slash = text.indexOf('/');
    byte[] address = IpAddresses.parse(text.substring(0, slash));
    if (address == null) {
      throw new IllegalArgumentException("\"" + text + "\" is not an IPv4 or IPv6 network");
    }
    int prefix = Integer.parseInt(text.substring(slash + 1));
    return byPrefix
        .computeIfAbsent(prefix, absent -> new HashMap<>())
        .put(masked(address, prefix), profile);
  }

  @Nullable EntityProfile find(String text, Instant time) {
    byte[] address = byPrefix.isEmpty() ? null : IpAddresses.parse(text);
    if (address == null) {
      return null;
    }
    for (Map.Entry<Integer, Map<ByteBuffer, EntityProfile>> entry : byPrefix.entrySet()) {
      EntityProfile found =
          entry.getKey() > address.length * 8
              ? null
              : entry.getValue().get(masked(address, entry.getKey()));
      if (found != null && time.isBefore(found.expires())) {
        return found;
      }
    }
    return null;
  }

  /** IPv4 and IPv6 have different lengths, so one table holds both. */
  private static ByteBuffer masked(byte[] address, int prefix) {
    byte[] bytes = address.clone();
    for (int i = 0; i < bytes.length; i++) {
      int bits = Math.max(0, Math.min(8, prefix - i * 8));
      bytes[i] &= (byte) (0xff << 8 - bits);
    }
    return ByteBuffer.wrap(bytes);
  }
}
