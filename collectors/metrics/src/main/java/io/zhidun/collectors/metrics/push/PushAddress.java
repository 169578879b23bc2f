package io.zhidun.collectors.metrics.push;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where to listen: {@code 127.0.0.1:9201} or {@code [::1]:9201}. Literal addresses only, so that
 * reading a configuration asks no name server.
 *
 * @param host IPv4 or IPv6 address
 * @param port 0 takes a free one
 */
public record PushAddress(InetAddress host, int port) {
  private static final Pattern FORM =
      Pattern.compile("(?:(\\d{1,3}(?:\\.\\d{1,3}){3})|\\[([0-9A-Fa-f:.]+)]):(\\d{1,5})");
  private static final int MAX_PORT = 65_535;

  public PushAddress {
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException("port must be 0 to 65535, was " + port);
    }
  }

  /** Reads the form above. */
  public static PushAddress parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("must look like 127.0.0.1:9201 or [::1]:9201");
    }
    String literal = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
    try {
      return new PushAddress(InetAddress.getByName(literal), Integer.parseInt(matcher.group(3)));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("\"" + literal + "\" is not an IP address", e);
    }
  }

  InetSocketAddress socketAddress() {
    return new InetSocketAddress(host, port);
  }
}
