package io.zhidun.collectors.probe;

import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that is looked at.
 *
 * @param kind how
 * @param target a URL for HTTP, else {@code host:port} or {@code [IPv6]:port}
 * @param labels more labels of its samples, for instance {@code system}
 * @param families versions of IP over which it must answer; empty: all of which it has an address
 * @param expectation what must be so
 */
public record Check(
    Kind kind,
    String target,
    Map<String, String> labels,
    Set<Family> families,
    Expectation expectation) {
  private static final Pattern HOST_PORT =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.%]+)]|([A-Za-z0-9._-]+)):(\\d{1,5})");
  private static final int MAX_PORT = 65_535;
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;

  /** Ways to look. */
  public enum Kind {
    HTTP,
    TCP,
    DNS,
    TLS
  }

  public Check {
    Objects.requireNonNull(expectation, "expectation");
    labels = Map.copyOf(labels);
    families = Set.copyOf(families);
    Address unused = address(kind, target);
    if (kind == Kind.DNS) {
      int unusedLength = DnsProbe.query(0, expectation.query(), expectation.recordType()).length;
    }
  }

  /** Where the target is reached. */
  Address address() {
    return address(kind, target);
  }

  private static Address address(Kind kind, String target) {
    if (kind == Kind.HTTP) {
      return ofUrl(target);
    }
    Matcher matcher = HOST_PORT.matcher(target);
    if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > MAX_PORT) {
      throw new IllegalArgumentException(
          "target must look like host:port or [::1]:port, was \"" + target + "\"");
    }
    String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    return new Address(host, Integer.parseInt(matcher.group(3)));
  }

  private static Address ofUrl(String target) {
    URI url = URI.create(target);
    boolean secure = "https".equals(url.getScheme());
    String host = url.getHost();
    if (host == null || !secure && !"http".equals(url.getScheme()) || url.getUserInfo() != null) {
      throw new IllegalArgumentException(
          "target must be a URL of http or https without a password, was \"" + target + "\"");
    }
    int usual = secure ? HTTPS_PORT : HTTP_PORT;
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return new Address(bare, url.getPort() < 0 ? usual : url.getPort());
  }

  /**
   * Host and port.
   *
   * @param host a name or an address without brackets
   */
  record Address(String host, int port) {}
}
