package io.zhidun.collectors.core;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;

/** Texts of sender addresses, kept for the senders met last. Not safe for several threads. */
public final class PeerNames {
  private static final int KEPT = 1024;
  private static final int GROUPS = 8;

  private final Map<InetAddress, String> names =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InetAddress, String> eldest) {
          return size() > KEPT;
        }
      };

  /** The text of an address, as {@link #text} makes it. */
  public String of(InetAddress address) {
    return names.computeIfAbsent(address, PeerNames::text);
  }

  /**
   * IPv4 in dotted form, IPv6 as RFC 5952 wants it: lower case, no leading zeros, the longest run
   * of zero groups (the first of equals, at least two) as {@code ::}. A scope is left out.
   */
  public static String text(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (bytes.length != 2 * GROUPS) {
      return address.getHostAddress();
    }
    int[] groups = new int[GROUPS];
    for (int i = 0; i < GROUPS; i++) {
      groups[i] = (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
    }
    int best = -1;
    int length = 1;
    for (int i = 0; i < GROUPS; i++) {
      int run = zeros(groups, i);
      if (run > length) {
        best = i;
        length = run;
      }
    }
    return join(groups, best, length);
  }

  private static int zeros(int[] groups, int from) {
    int end = from;
    while (end < GROUPS && groups[end] == 0) {
      end++;
    }
    return end - from;
  }

  private static String join(int[] groups, int best, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (i == best) {
        text.append("::");
        i += length - 1;
      } else {
        boolean first = text.length() == 0 || text.charAt(text.length() - 1) == ':';
        text.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }
}
