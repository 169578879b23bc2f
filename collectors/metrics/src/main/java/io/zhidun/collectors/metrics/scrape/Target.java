package io.zhidun.collectors.metrics.scrape;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is scraped.
 *
 * @param url where
 * @param labels what all its samples say of it, {@code job} and {@code instance} among them
 */
record Target(URI url, Map<String, String> labels) {
  private static final String ADDRESS = "__address__";
  private static final String SCHEME = "__scheme__";
  private static final String PATH = "__metrics_path__";
  private static final String PARAMETER = "__param_";

  Target {
    labels = Map.copyOf(labels);
  }

  /**
   * The target of an address after relabelling.
   *
   * @return null if relabelling drops it
   * @throws IllegalArgumentException if what comes out is no address
   */
  static @Nullable Target of(String address, TargetGroup group, ScrapeOptions options) {
    Map<String, String> labels = new TreeMap<>();
    labels.put("job", options.source());
    labels.put(ADDRESS, address);
    labels.put(SCHEME, options.scheme());
    labels.put(PATH, options.path());
    labels.putAll(group.labels());
    if (!RelabelRule.apply(options.targetRules(), labels)) {
      return null;
    }
    URI url = url(labels);
    labels.putIfAbsent("instance", labels.getOrDefault(ADDRESS, ""));
    labels.keySet().removeIf(name -> name.startsWith("__"));
    labels.values().removeIf(String::isEmpty);
    return new Target(url, labels);
  }

  private static URI url(Map<String, String> labels) {
    String address = labels.getOrDefault(ADDRESS, "");
    String scheme = labels.getOrDefault(SCHEME, "http");
    if (address.isEmpty() || address.indexOf('/') >= 0 || address.indexOf('@') >= 0) {
      throw new IllegalArgumentException("\"" + address + "\" is no host and port");
    }
    StringBuilder text =
        new StringBuilder(scheme).append("://").append(address).append(labels.get(PATH));
    char before = '?';
    for (Map.Entry<String, String> label : labels.entrySet()) {
      if (label.getKey().startsWith(PARAMETER)) {
        text.append(before)
            .append(encoded(label.getKey().substring(PARAMETER.length())))
            .append('=')
            .append(encoded(label.getValue()));
        before = '&';
      }
    }
    try {
      URI url = new URI(text.toString());
      if (url.getHost() == null || !scheme.equals("http") && !scheme.equals("https")) {
        throw new IllegalArgumentException("\"" + text + "\" is no address over HTTP");
      }
      return url;
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("\"" + text + "\" is no URL", e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
