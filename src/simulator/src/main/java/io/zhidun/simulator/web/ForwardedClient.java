package io.zhidun.simulator.web;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decides whose address a request carries. Only a forwarder on loopback is believed. */
final class ForwardedClient {
  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9a-f:]{2,39}");

  private ForwardedClient() {}

  /**
   * @param forwarded the X-Forwarded-For header, or null; its last entry is the forwarder's own
   */
  static String address(InetAddress peer, @Nullable String forwarded) {
    if (forwarded != null && peer.isLoopbackAddress()) {
      String last = forwarded.substring(forwarded.lastIndexOf(',') + 1);
      String literal = last.strip().toLowerCase(Locale.ROOT);
      if (isLiteral(literal)) {
        return literal;
      }
    }
    String own = peer.getHostAddress();
    return own.indexOf(':') >= 0 && peer.isLoopbackAddress() ? "::1" : own;
  }

  private static boolean isLiteral(String text) {
    if (!IPV4.matcher(text).matches() && !(text.contains(":") && IPV6.matcher(text).matches())) {
      return false;
    }
    try {
      InetAddress.getByName(text);
      return true;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
