package io.zhidun.collectors.metrics.scrape;

import io.zhidun.collectors.metrics.SeriesLimits;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Settings of a scraping collector: one job in Prometheus' words.
 *
 * @param source its name, and that of its source and of the label {@code job}
 * @param interval between two scrapes of a target
 * @param timeout of a scrape, from the first byte sent to the last received
 * @param scheme http or https
 * @param path of the metrics
 * @param honorLabels whether a label of the target's own is kept where it has the name of one of
 *     ours; else it becomes {@code exported_…}
 * @param honorTimestamps whether times that a target gives count
 * @param maxBody bytes of an answer
 * @param maxSamples samples of an answer
 * @param maxTargets targets that are scraped; those above are counted
 * @param groups targets by configuration
 * @param files patterns of files with targets, in JSON or YAML, read again when they change
 * @param urls where targets are asked for over HTTP
 * @param refresh how often files and URLs are looked at
 * @param targetRules relabelling of targets
 * @param sampleRules relabelling of samples
 * @param tokenFile file with a bearer token for the targets, or null
 * @param limits how many series the source may have
 */
public record ScrapeOptions(
    String source,
    Duration interval,
    Duration timeout,
    String scheme,
    String path,
    boolean honorLabels,
    boolean honorTimestamps,
    long maxBody,
    int maxSamples,
    int maxTargets,
    List<TargetGroup> groups,
    List<Path> files,
    List<URI> urls,
    Duration refresh,
    List<RelabelRule> targetRules,
    List<RelabelRule> sampleRules,
    @Nullable Path tokenFile,
    SeriesLimits limits) {
  public static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(15);
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);
  public static final Duration DEFAULT_REFRESH = Duration.ofSeconds(30);
  public static final long DEFAULT_MAX_BODY = 16 << 20;
  public static final int DEFAULT_MAX_SAMPLES = 50_000;
  public static final int DEFAULT_MAX_TARGETS = 1_000;

  public ScrapeOptions {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(limits, "limits");
    groups = List.copyOf(groups);
    files = List.copyOf(files);
    urls = List.copyOf(urls);
    targetRules = List.copyOf(targetRules);
    sampleRules = List.copyOf(sampleRules);
    if (interval.toMillis() < 100) {
      throw new IllegalArgumentException("interval must be at least 100ms, was " + interval);
    }
    if (timeout.isNegative() || timeout.isZero() || timeout.compareTo(interval) > 0) {
      throw new IllegalArgumentException(
          "timeout must be above 0 and at most the interval, was " + timeout);
    }
    if (refresh.toMillis() < 100) {
      throw new IllegalArgumentException("refresh must be at least 100ms, was " + refresh);
    }
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException("scheme must be http or https, was " + scheme);
    }
    if (!path.startsWith("/")) {
      throw new IllegalArgumentException("path must begin with /, was " + path);
    }
    if (maxBody < 1 || maxSamples < 1 || maxTargets < 1) {
      throw new IllegalArgumentException("maxBody, maxSamples and maxTargets must be at least 1");
    }
  }

  /** A job with the usual settings. */
  public static ScrapeOptions of(String source, List<TargetGroup> groups) {
    return new ScrapeOptions(
        source,
        DEFAULT_INTERVAL,
        DEFAULT_TIMEOUT,
        "http",
        "/metrics",
        false,
        true,
        DEFAULT_MAX_BODY,
        DEFAULT_MAX_SAMPLES,
        DEFAULT_MAX_TARGETS,
        groups,
        List.of(),
        List.of(),
        DEFAULT_REFRESH,
        List.of(),
        List.of(),
        null,
        SeriesLimits.DEFAULT);
  }
}
