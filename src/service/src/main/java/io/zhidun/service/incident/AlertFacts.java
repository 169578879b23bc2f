package io.zhidun.service.incident;

import io.zhidun.cause.Texts;
import io.zhidun.cause.fact.Fact;
import io.zhidun.cause.fact.Signal;
import io.zhidun.cause.topology.Graph;
import io.zhidun.cause.topology.Node;
import io.zhidun.events.BilingualText;
import io.zhidun.service.alert.AlertRow;
import io.zhidun.service.store.ColumnText;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What an alert says of the map: on which node it lies and of what kind it is. An alert that names
 * its signal in its group decides itself; else words in the rule's name do; what is left is a
 * security detection.
 */
final class AlertFacts {
  private static final int MOST_NODE = 256;
  private static final int MOST_TITLE = 512;
  private static final String PREFIX = "alert-";

  /** By words of a rule's name; the first decides. */
  private static final Map<String, Signal> WORDS = words();

  private final Map<String, String> nodes = new HashMap<>();

  AlertFacts(Graph map) {
    for (Node node : map.nodes().values()) {
      nodes.putIfAbsent(node.id(), node.id());
    }
    for (Node node : map.nodes().values()) {
      String asset = node.labels().get("asset");
      if (asset != null) {
        nodes.put(asset, node.id());
      }
    }
  }

  private static Map<String, Signal> words() {
    Map<String, Signal> words = new HashMap<>();
    words.put("certificate", Signal.CERTIFICATE);
    words.put("ipv6", Signal.ROUTE);
    words.put("disk", Signal.DISK_FULL);
    words.put("memory", Signal.MEMORY);
    words.put("clock", Signal.CLOCK);
    words.put("backlog", Signal.BACKLOG);
    words.put("latency", Signal.LATENCY);
    words.put("slow", Signal.LATENCY);
    words.put("error", Signal.ERRORS);
    words.put("errors", Signal.ERRORS);
    words.put("saturation", Signal.SATURATION);
    words.put("restart", Signal.RESTART);
    words.put("absence", Signal.DOWN);
    words.put("unreachable", Signal.DOWN);
    words.put("down", Signal.DOWN);
    words.put("surge", Signal.SURGE);
    words.put("template", Signal.LOG);
    return words;
  }

  static String id(AlertRow alert) {
    return PREFIX + alert.id();
  }

  /** Id of the alert that a fact is, or the fact's own. */
  static String alert(String fact) {
    return fact.startsWith(PREFIX) ? fact.substring(PREFIX.length()) : fact;
  }

  static boolean isAlert(String fact) {
    return fact.startsWith(PREFIX);
  }

  Fact of(AlertRow alert) {
    BilingualText title = alert.rule().title();
    return new Fact(
        id(alert),
        node(alert),
        alert.firstSeen(),
        signal(alert),
        Math.max(1, Math.min(Fact.CRITICAL, alert.severity().ordinal())),
        new Texts(ColumnText.fit(title.zh(), MOST_TITLE), ColumnText.fit(title.en(), MOST_TITLE)));
  }

  private String node(AlertRow alert) {
    for (String name : new String[] {alert.asset(), alert.system()}) {
      String known = nodes.get(name);
      if (known != null) {
        return known;
      }
    }
    String name = alert.asset().isBlank() ? alert.system() : alert.asset();
    return ColumnText.fit(name.isBlank() ? "alert/" + alert.fingerprint() : name, MOST_NODE);
  }

  private static Signal signal(AlertRow alert) {
    String named = alert.group().getOrDefault("signal", "").toUpperCase(Locale.ROOT);
    for (Signal signal : Signal.values()) {
      if (signal.name().equals(named) && signal.isSymptom()) {
        return signal;
      }
    }
    if (alert.team().contains("security")) {
      return Signal.SECURITY;
    }
    for (String word : alert.rule().name().toLowerCase(Locale.ROOT).split("-", -1)) {
      Signal signal = WORDS.get(word);
      if (signal != null) {
        return signal;
      }
    }
    return Signal.SECURITY;
  }
}
