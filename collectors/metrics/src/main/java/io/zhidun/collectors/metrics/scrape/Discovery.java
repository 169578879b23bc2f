package io.zhidun.collectors.metrics.scrape;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds a job's targets: those of the configuration, of files and of URLs. A file or URL that
 * cannot be read keeps the targets it had. Not safe for use by several threads.
 */
final class Discovery {
  private static final Logger LOG = LoggerFactory.getLogger(Discovery.class);
  private static final long LARGEST = 4 << 20;
  private static final int MOST_FILES = 1_000;
  private static final int OK = 200;

  private final ScrapeOptions options;
  private final HttpClient client;
  private final LongAdder faults = new LongAdder();
  private final Map<String, List<TargetGroup>> found = new LinkedHashMap<>();

  Discovery(ScrapeOptions options, HttpClient client) {
    this.options = options;
    this.client = client;
  }

  /** Readings of files and URLs that failed, and addresses that are none. */
  long faults() {
    return faults.sum();
  }

  /** All targets now, without those that relabelling drops and without doubles. */
  Set<Target> targets() throws InterruptedException {
    Map<String, List<TargetGroup>> before = new TreeMap<>(found);
    found.clear();
    for (Path pattern : options.files()) {
      for (Path file : files(pattern)) {
        refresh(file.toString(), before, () -> ofFile(file));
      }
    }
    for (URI url : options.urls()) {
      refresh(url.toString(), before, () -> ofUrl(url));
    }
    Set<Target> targets = new LinkedHashSet<>();
    options.groups().forEach(group -> add(group, targets));
    found.values().forEach(groups -> groups.forEach(group -> add(group, targets)));
    return targets;
  }

  private void refresh(String name, Map<String, List<TargetGroup>> before, Reading reading)
      throws InterruptedException {
    try {
      found.put(name, reading.read());
    } catch (IOException | IllegalArgumentException e) {
      faults.increment();
      LOG.warn("{}: targets of {} are kept as they were: {}", options.source(), name, e.toString());
      List<TargetGroup> kept = before.get(name);
      if (kept != null) {
        found.put(name, kept);
      }
    }
  }

  private static List<TargetGroup> ofFile(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException("a file of targets may have " + LARGEST + " bytes");
    }
    return TargetGroup.read(Files.readString(file, StandardCharsets.UTF_8)).stream()
        .map(group -> group.with("__meta_filepath", file.toString()))
        .toList();
  }

  private List<TargetGroup> ofUrl(URI url) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Accept", "application/json")
            .timeout(options.timeout())
            .build();
    HttpResponse<byte[]> answer = Deadline.send(client, request, (int) LARGEST, options.timeout());
    if (answer.statusCode() != OK) {
      throw new IOException("the answer has status " + answer.statusCode());
    }
    return TargetGroup.read(new String(answer.body(), StandardCharsets.UTF_8)).stream()
        .map(group -> group.with("__meta_url", url.toString()))
        .toList();
  }

  /** Files of a pattern whose last part may hold stars. */
  private List<Path> files(Path pattern) {
    Path folder = pattern.getParent();
    Path name = pattern.getFileName();
    List<Path> files = new ArrayList<>();
    if (folder == null || name == null || !Files.isDirectory(folder)) {
      return files;
    }
    try (DirectoryStream<Path> listed = Files.newDirectoryStream(folder, name.toString())) {
      for (Path file : listed) {
        if (files.size() < MOST_FILES && Files.isRegularFile(file)) {
          files.add(file);
        }
      }
    } catch (IOException e) {
      faults.increment();
      LOG.warn("{}: {} cannot be listed: {}", options.source(), folder, e.toString());
    }
    files.sort(null);
    return files;
  }

  private void add(TargetGroup group, Set<Target> targets) {
    for (String address : group.targets()) {
      try {
        @Nullable Target target = Target.of(address, group, options);
        if (target == null || targets.contains(target)) {
          continue;
        }
        if (targets.size() >= options.maxTargets()) {
          faults.increment();
        } else {
          targets.add(target);
        }
      } catch (IllegalArgumentException e) {
        faults.increment();
        LOG.warn("{}: {}", options.source(), e.getMessage());
      }
    }
  }

  private interface Reading {
    List<TargetGroup> read() throws IOException, InterruptedException;
  }
}
