package io.zhidun.service.compliance.evidence;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;

/** An endpoint of the inventory that may be probed, with the address that will be. */
record Endpoint(String text, InetSocketAddress address) {
  /** Addresses under which clouds tell secrets to whoever asks. */
  private static final Networks METADATA =
      new Networks(List.of("169.254.0.0/16", "100.100.100.200", "fd00:ec2::254", "168.63.129.16"));

  /**
   * @throws UnknownHostException when the name has no address, or only such as are never probed
   */
  static Endpoint of(String text) throws UnknownHostException {
    URI uri = URI.create(text);
    String host = uri.getHost().replaceAll("[\\[\\]]", "");
    for (InetAddress address : InetAddress.getAllByName(host)) {
      if (isProbed(address)) {
        return new Endpoint(text, new InetSocketAddress(address, uri.getPort()));
      }
    }
    throw new UnknownHostException(host + " has no address that may be probed");
  }

  private static boolean isProbed(InetAddress address) {
    return !address.isLinkLocalAddress()
        && !address.isAnyLocalAddress()
        && !address.isMulticastAddress()
        && !METADATA.contain(address.getHostAddress().replaceAll("%.*", ""));
  }
}
