package io.zhidun.service.compliance.evidence;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Whether addresses lie in some networks, IPv4 and IPv6. Never asks a name server. */
final class Networks {
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private record Network(byte[] address, int bits) {}

  private final List<Network> networks = new ArrayList<>();

  /**
   * @param texts such as 10.30.0.0/24 or 2001:db8::/32
   * @throws IllegalArgumentException naming the one that is none
   */
  Networks(List<String> texts) {
    for (String text : texts) {
      int slash = text.indexOf('/');
      byte[] address = bytes(slash < 0 ? text : text.substring(0, slash));
      int bits = address.length * 8;
      if (slash >= 0 && text.substring(slash + 1).matches("\\d{1,3}")) {
        bits = Integer.parseInt(text.substring(slash + 1));
      }
      if (address.length == 0 || bits > address.length * 8) {
        throw new IllegalArgumentException("\"" + text + "\" is no network such as 10.0.0.0/8");
      }
      networks.add(new Network(address, bits));
    }
  }

  boolean isEmpty() {
    return networks.isEmpty();
  }

  boolean contain(String text) {
    byte[] address = bytes(text);
    return networks.stream().anyMatch(network -> matches(network, address));
  }

  private static byte[] bytes(String text) {
    if (!ADDRESS.matcher(text).matches()) {
      return new byte[0];
    }
    try {
      return InetAddress.getByName(text).getAddress();
    } catch (UnknownHostException e) {
      return new byte[0];
    }
  }

  private static boolean matches(Network network, byte[] address) {
    if (address.length != network.address().length) {
      return false;
    }
    for (int i = 0; i < network.bits(); i++) {
      int mask = 0x80 >> (i % 8);
      if ((address[i / 8] & mask) != (network.address()[i / 8] & mask)) {
        return false;
      }
    }
    return true;
  }
}
