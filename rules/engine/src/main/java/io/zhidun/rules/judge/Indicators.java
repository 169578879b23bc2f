package io.zhidun.rules.judge;

import io.zhidun.rules.atom.CidrTest;
import io.zhidun.rules.atom.IpAddresses;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Threat indicators of a site, asked by fields and event time. Immutable. */
public final class Indicators {
  private static final int MOST = 1_000_000;
  private static final int MOST_NETWORKS = 10_000;
  private static final int MOST_CELLS = 5;

  /** Which fields show which kind of indicator. */
  private static final Map<String, List<String>> FIELDS =
      Map.of(
          "ip", List.of("source.ip", "destination.ip", "client.ip", "server.ip"),
          "domain", List.of("dns.question.name", "url.domain", "destination.domain"),
          "url", List.of("url.full", "url.original"),
          "hash",
              List.of(
                  "file.hash.sha256",
                  "file.hash.md5",
                  "file.hash.sha1",
                  "process.hash.sha256",
                  "process.hash.md5",
                  "process.hash.sha1"));

  private record Known(String value, Instant expires, String source, String note) {}

  private record Network(CidrTest test, Known known) {}

  private final Map<String, Map<String, Known>> byKind;
  private final List<Network> networks;

  private Indicators(Map<String, Map<String, Known>> byKind, List<Network> networks) {
    this.byKind = byKind;
    this.networks = List.copyOf(networks);
  }

  /** No indicators. */
  public static Indicators none() {
    return new Indicators(Map.of(), List.of());
  }

  /**
   * Reads lines of {@code kind,value,expires,source,note}; {@code #} begins a comment. Kinds are
   * {@code ip} (also a network), {@code domain}, {@code url} and {@code hash}; {@code expires} is
   * RFC 3339.
   *
   * @throws IllegalArgumentException naming file, line and value
   */
  public static Indicators parse(String path, String text) {
    Map<String, Map<String, Known>> byKind = new HashMap<>();
    FIELDS.keySet().forEach(kind -> byKind.put(kind, new HashMap<>()));
    List<Network> networks = new ArrayList<>();
    int number = 0;
    for (String line : text.split("\r?\n", -1)) {
      number++;
      if (number > MOST) {
        throw new IllegalArgumentException(path + ": at most " + MOST + " lines");
      }
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      try {
        enter(line, byKind, networks);
      } catch (IllegalArgumentException | DateTimeException e) {
        throw new IllegalArgumentException(path + ":" + number + ": " + e.getMessage(), e);
      }
    }
    return new Indicators(byKind, networks);
  }

  /** Reads a file as {@link #parse} does. */
  public static Indicators load(Path file) throws IOException {
    return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
  }

  private static void enter(
      String line, Map<String, Map<String, Known>> byKind, List<Network> networks) {
    String[] cells = line.split(",", MOST_CELLS);
    Map<String, Known> known = byKind.get(cells[0].strip());
    if (known == null) {
      throw new IllegalArgumentException(
          "kind \"" + cells[0].strip() + "\" is not one of domain, hash, ip, url");
    }
    if (cells.length < 4) {
      throw new IllegalArgumentException(
          "needs kind, value, expires and source, has " + cells.length + " cells");
    }
    String value = cells[1].strip();
    Known entry =
        new Known(
            value,
            OffsetDateTime.parse(cells[2].strip()).toInstant(),
            cells[3].strip(),
            cells.length > 4 ? cells[4].strip() : "");
    if (cells[0].strip().equals("ip") && value.indexOf('/') >= 0) {
      if (networks.size() == MOST_NETWORKS) {
        throw new IllegalArgumentException("more than " + MOST_NETWORKS + " networks");
      }
      networks.add(new Network(CidrTest.of(value), entry));
    } else {
      known.put(normal(cells[0].strip(), value), entry);
    }
  }

  /** One form for what means the same: addresses by their bytes, names without case. */
  private static String normal(String kind, String value) {
    if (kind.equals("ip")) {
      byte[] address = IpAddresses.parse(value);
      return address == null ? value : HexFormat.of().formatHex(address);
    }
    return kind.equals("url") ? value : value.toLowerCase(Locale.ROOT);
  }

  /** The indicators that an event shows, each field's once. */
  List<Indicator> shownBy(Instant time, Function<String, @Nullable String> fields) {
    List<Indicator> shown = new ArrayList<>();
    byKind.forEach(
        (kind, known) -> {
          for (String field : FIELDS.getOrDefault(kind, List.of())) {
            String value = known.isEmpty() && networks.isEmpty() ? null : fields.apply(field);
            Known found = value == null ? null : find(kind, known, value);
            if (found != null && time.isBefore(found.expires)) {
              shown.add(new Indicator(field, found.value, found.source, found.note));
            }
          }
        });
    shown.sort(Comparator.comparing(Indicator::field));
    return shown;
  }

  private @Nullable Known find(String kind, Map<String, Known> known, String value) {
    Known found = known.get(normal(kind, value));
    if (found == null && kind.equals("ip")) {
      for (Network network : networks) {
        if (network.test.contains(value)) {
          return network.known;
        }
      }
    }
    return found;
  }
}
