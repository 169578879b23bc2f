package io.zhidun.rules.filings.form;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** IP addresses in one form: IPv4 with dots, IPv6 after RFC 5952, IPv4-mapped IPv6 as IPv4. */
final class IpAddresses {

  private static final Pattern V4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
  private static final Pattern V6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

  private IpAddresses() {}

  /** The canonical form, or null with a note: a broken address does not refuse a filing. */
  static @Nullable String read(Field field) {
    String text = field.text(Limits.ID_CHARS);
    String canonical = canonical(text);
    if (canonical == null) {
      field.note("dropped: not an IP address");
    }
    return canonical;
  }

  private static @Nullable String canonical(String text) {
    if (V4.matcher(text).matches()) {
      return text;
    }
    int zone = text.indexOf('%');
    String bare = zone > 0 ? text.substring(0, zone) : text;
    if (!V6.matcher(bare).matches()) {
      return null;
    }
    try {
      // A text of hexadecimal digits with a colon is never looked up as a name.
      byte[] bytes = InetAddress.getByName(bare).getAddress();
      return bytes.length == 4 ? InetAddress.getByAddress(bytes).getHostAddress() : short6(bytes);
    } catch (UnknownHostException e) {
      return null;
    }
  }

  private static String short6(byte[] bytes) {
    int[] groups = new int[8];
    for (int i = 0; i < 8; i++) {
      groups[i] = (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
    }
    int best = -1;
    int bestLength = 1;
    for (int i = 0; i < 8; i++) {
      int length = 0;
      while (i + length < 8 && groups[i + length] == 0) {
        length++;
      }
      if (length > bestLength) {
        best = i;
        bestLength = length;
      }
    }
    StringBuilder out = new StringBuilder(39);
    for (int i = 0; i < 8; i++) {
      if (i == best) {
        out.append("::");
        i += bestLength - 1;
      } else {
        boolean first = out.isEmpty() || out.charAt(out.length() - 1) == ':';
        out.append(first ? "" : ":").append(Integer.toHexString(groups[i]));
      }
    }
    return out.toString();
  }
}
