package io.zhidun.collectors.agent;

import com.google.re2j.Pattern;
import io.zhidun.collectors.metrics.SeriesLimits;
import io.zhidun.collectors.metrics.push.PushAddress;
import io.zhidun.collectors.metrics.push.PushOptions;
import io.zhidun.collectors.metrics.scrape.RelabelAction;
import io.zhidun.collectors.metrics.scrape.RelabelRule;
import io.zhidun.collectors.metrics.scrape.ScrapeOptions;
import io.zhidun.collectors.metrics.scrape.TargetGroup;
import io.zhidun.collectors.probe.Check;
import io.zhidun.collectors.probe.Expectation;
import io.zhidun.collectors.probe.Family;
import io.zhidun.collectors.probe.ProbeOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads the sections of {@code collectors.yml} that have to do with metrics. */
final class MetricSections {
  private final BiConsumer<YamlSection, String> claim;
  private final List<ScrapeOptions> scrapes = new ArrayList<>();
  private final List<PushOptions> pushes = new ArrayList<>();
  private final List<ProbeOptions> probes = new ArrayList<>();

  /**
   * @param claim notes a source's name, or the fault that it is used already
   */
  MetricSections(BiConsumer<YamlSection, String> claim) {
    this.claim = claim;
  }

  MetricConfig config() {
    return new MetricConfig(scrapes, pushes, probes);
  }

  /** Reads a section of this type; false if it is none of ours. */
  boolean read(String type, YamlSection section) {
    switch (type) {
      case "scrape" -> scrape(section);
      case "push" -> push(section);
      case "probe" -> probe(section);
      default -> {
        return false;
      }
    }
    section.end();
    return true;
  }

  private String source(YamlSection section) {
    String id = section.value("source", "", Units::name);
    if (id.isEmpty()) {
      section.fault("source", "is missing");
    } else {
      claim.accept(section, id);
    }
    return id;
  }

  private static SeriesLimits limits(YamlSection section) {
    SeriesLimits usual = SeriesLimits.DEFAULT;
    int perMinute = section.value("newSeriesPerMinute", usual.newPerMinute(), Units::count);
    int most = section.value("maxSeries", usual.active(), Units::count);
    try {
      return usual.withNumbers(perMinute, most);
    } catch (IllegalArgumentException e) {
      section.fault(e);
      return usual;
    }
  }

  private void scrape(YamlSection section) {
    String source = source(section);
    var interval = section.value("interval", ScrapeOptions.DEFAULT_INTERVAL, Units::duration);
    var timeout =
        section.value("timeout", shorter(ScrapeOptions.DEFAULT_TIMEOUT, interval), Units::duration);
    List<String> targets = section.list("targets", text -> text);
    Map<String, String> labels = section.texts("labels");
    List<TargetGroup> groups =
        targets.isEmpty() ? List.of() : List.of(new TargetGroup(targets, labels));
    List<Path> files = section.list("files", MetricSections::absolute);
    List<URI> urls = section.list("urls", URI::create);
    String scheme = section.text("scheme", "http");
    String path = section.text("path", "/metrics");
    boolean honorLabels = section.value("honorLabels", false, MetricSections::flag);
    boolean honorTimes = section.value("honorTimestamps", true, MetricSections::flag);
    long body = section.value("maxBody", ScrapeOptions.DEFAULT_MAX_BODY, Units::bytes);
    int samples = section.value("maxSamples", ScrapeOptions.DEFAULT_MAX_SAMPLES, Units::count);
    int most = section.value("maxTargets", ScrapeOptions.DEFAULT_MAX_TARGETS, Units::count);
    var refresh = section.value("refresh", ScrapeOptions.DEFAULT_REFRESH, Units::duration);
    @Nullable Path token = section.optional("tokenFile", MetricSections::absolute);
    List<RelabelRule> targetRules = rules(section, "relabel");
    List<RelabelRule> sampleRules = rules(section, "metricRelabel");
    SeriesLimits limits = limits(section);
    try {
      scrapes.add(
          new ScrapeOptions(
              source,
              interval,
              timeout,
              scheme,
              path,
              honorLabels,
              honorTimes,
              body,
              samples,
              most,
              groups,
              files,
              urls,
              refresh,
              targetRules,
              sampleRules,
              token,
              limits));
    } catch (IllegalArgumentException e) {
      section.fault(e);
    }
  }

  private static Duration shorter(Duration usual, Duration interval) {
    return usual.compareTo(interval) < 0 ? usual : interval;
  }

  private static List<RelabelRule> rules(YamlSection section, String key) {
    List<RelabelRule> rules = new ArrayList<>();
    if (!section.has(key)) {
      return rules;
    }
    for (YamlSection each : section.sections(key)) {
      List<String> from = each.list("sourceLabels", text -> text);
      String separator = each.text("separator", ";");
      Pattern regex = each.value("regex", Pattern.compile("(.*)"), RelabelRule::pattern);
      int modulus = each.value("modulus", 0, Units::count);
      String target = each.text("targetLabel", "");
      String replacement = each.text("replacement", "$1");
      RelabelAction action =
          each.value(
              "action", RelabelAction.REPLACE, text -> Units.constant(RelabelAction.class, text));
      each.end();
      try {
        rules.add(new RelabelRule(from, separator, regex, modulus, target, replacement, action));
      } catch (IllegalArgumentException e) {
        each.fault(e);
      }
    }
    return rules;
  }

  private void push(YamlSection section) {
    String name = section.value("name", "push", Units::name);
    List<PushAddress> listen = section.list("listen", PushAddress::parse);
    List<String> sources = section.list("sources", Units::name);
    sources.forEach(each -> claim.accept(section, each));
    @Nullable Path token = section.optional("tokenFile", MetricSections::absolute);
    SeriesLimits limits = limits(section);
    try {
      PushOptions usual = PushOptions.of(name, listen, sources, token);
      int connections = section.value("maxConnections", usual.maxConnections(), Units::count);
      int body = section.value("maxBody", usual.maxBody(), Units::smallBytes);
      int decoded = section.value("maxDecoded", usual.maxDecoded(), Units::smallBytes);
      pushes.add(usual.with(connections, body, decoded, limits));
    } catch (IllegalArgumentException e) {
      section.fault(e);
    }
  }

  private void probe(YamlSection section) {
    String source = source(section);
    var interval = section.value("interval", ProbeOptions.DEFAULT_INTERVAL, Units::duration);
    var timeout =
        section.value("timeout", shorter(ProbeOptions.DEFAULT_TIMEOUT, interval), Units::duration);
    List<Check> checks = new ArrayList<>();
    for (YamlSection each : section.sections("checks")) {
      check(each, checks);
      each.end();
    }
    try {
      probes.add(new ProbeOptions(source, interval, timeout, checks));
    } catch (IllegalArgumentException e) {
      section.fault(e);
    }
  }

  private static void check(YamlSection section, List<Check> to) {
    Check.Kind kind =
        section.value("check", Check.Kind.TCP, text -> Units.constant(Check.Kind.class, text));
    String target = section.required("target", "localhost:1");
    Map<String, String> labels = new LinkedHashMap<>(section.texts("labels"));
    Set<Family> families =
        new HashSet<>(section.list("families", text -> Units.constant(Family.class, text)));
    Set<Integer> statuses = new HashSet<>(section.list("status", Units::count));
    @Nullable Pattern body = section.optional("body", RelabelRule::pattern);
    @Nullable Pattern notBody = section.optional("notBody", RelabelRule::pattern);
    @Nullable Duration latency = section.optional("maxLatency", Units::duration);
    boolean verify = section.value("verify", true, MetricSections::flag);
    String query = section.text("query", "");
    String type = section.text("recordType", "A");
    try {
      Expectation expectation =
          new Expectation(statuses, body, notBody, latency, verify, query, type);
      to.add(new Check(kind, target, labels, families, expectation));
    } catch (IllegalArgumentException e) {
      section.fault(e);
    }
  }

  private static boolean flag(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("must be true or false");
    };
  }

  private static Path absolute(String path) {
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("must be an absolute path");
    }
    return Path.of(path);
  }
}
