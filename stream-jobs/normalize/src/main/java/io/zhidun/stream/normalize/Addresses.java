package io.zhidun.stream.normalize;

/** Recognises addresses in text without allocating (RFC 4291 section 2.2, RFC 4007 section 11). */
final class Addresses {
  private Addresses() {}

  static boolean isAddress(byte[] b, int from, int to) {
    return isIpv4(b, from, to) || isIpv6(b, from, to);
  }

  static boolean isIpv4(byte[] b, int from, int to) {
    if (to - from < 7 || to - from > 15) {
      return false;
    }
    int dots = 0;
    int digits = 0;
    int octet = 0;
    for (int i = from; i < to; i++) {
      int digit = b[i] - '0';
      if (digit >= 0 && digit <= 9) {
        octet = octet * 10 + digit;
        if (++digits > 3 || octet > 255) {
          return false;
        }
      } else {
        if (b[i] != '.' || digits == 0) {
          return false;
        }
        dots++;
        digits = 0;
        octet = 0;
      }
    }
    return dots == 3 && digits > 0;
  }

  static boolean isIpv6(byte[] b, int from, int to) {
    int end = zoneStart(b, from, to);
    if (end - from < 2 || end - from > 45) {
      return false;
    }
    int groups = 0;
    boolean compressed = false;
    int i = from;
    if (b[i] == ':') {
      if (b[i + 1] != ':') {
        return false;
      }
      compressed = true;
      i += 2;
    }
    while (i < end) {
      int groupEnd = i;
      while (groupEnd < end && Character.digit(b[groupEnd], 16) >= 0) {
        groupEnd++;
      }
      if (groupEnd < end && b[groupEnd] == '.') {
        return isIpv4(b, i, end) && fits(groups + 2, compressed);
      }
      if (groupEnd == i || groupEnd - i > 4 || ++groups > 8) {
        return false;
      }
      if (groupEnd == end) {
        break;
      }
      if (b[groupEnd] != ':' || groupEnd + 1 == end) {
        return false;
      }
      i = groupEnd + 1;
      if (b[i] == ':') {
        if (compressed) {
          return false;
        }
        compressed = true;
        i++;
      }
    }
    return fits(groups, compressed);
  }

  private static boolean fits(int groups, boolean compressed) {
    return compressed ? groups < 8 : groups == 8;
  }

  private static int zoneStart(byte[] b, int from, int to) {
    int percent = Slice.indexOf(b, from, to, (byte) '%');
    return percent < 0 || percent + 1 == to ? to : percent;
  }
}
