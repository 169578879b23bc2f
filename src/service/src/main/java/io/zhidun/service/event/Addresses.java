package io.zhidun.service.event;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Tells addresses from other text without asking a name server. */
final class Addresses {
  private static final Pattern V4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern V6_SIGNS = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private Addresses() {}

  static boolean isAddressOrNetwork(String text) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return isV4(text) || isV6(text);
    }
    String address = text.substring(0, slash);
    String bits = text.substring(slash + 1);
    if (!bits.matches("\\d{1,3}")) {
      return false;
    }
    int length = Integer.parseInt(bits);
    return (isV4(address) && length <= 32) || (isV6(address) && length <= 128);
  }

  private static boolean isV4(String text) {
    return text.length() <= 15 && V4.matcher(text).matches();
  }

  private static boolean isV6(String text) {
    if (text.length() > 45 || !V6_SIGNS.matcher(text).matches()) {
      return false;
    }
    try {
      // Text with a colon is read as an address or refused, never looked up.
      InetAddress.getByName(text);
      return true;
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
