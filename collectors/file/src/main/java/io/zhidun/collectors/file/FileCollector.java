package io.zhidun.collectors.file;

import io.zhidun.collectors.core.Collector;
import io.zhidun.collectors.core.Shipper;
import io.zhidun.collectors.core.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows files by name through rotation by rename and by copy-and-truncate. It polls: asking for a
 * file's size costs less than a microsecond, works on every file system, and unlike change
 * notifications costs nothing more when a writer is fast.
 */
public final class FileCollector implements Collector {
  private static final Logger LOG = LoggerFactory.getLogger(FileCollector.class);
  private static final long DISCOVER_NANOS = Duration.ofSeconds(1).toNanos();
  private static final int MAX_FILES = 1000;

  /** Keeps the share of a processor below one percent however many files rest. */
  private static final long POLL_NANOS_PER_FILE = 50_000;

  private final FileOptions options;
  private final Shipper shipper;
  private final Clock clock;
  private final LongSupplier nanoTime;
  private final List<PathPattern> patterns;
  private final boolean single;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Map<Path, FollowedFile> followed = new LinkedHashMap<>();
  private final Set<String> sourceIds = new HashSet<>();
  private final Set<Path> generations = new HashSet<>();
  private final Block block;
  private boolean discovered;
  private long lastDiscovery;

  public FileCollector(FileOptions options, Shipper shipper, Clock clock, LongSupplier nanoTime) {
    this.options = options;
    this.shipper = shipper;
    this.clock = clock;
    this.nanoTime = nanoTime;
    this.patterns = options.paths().stream().map(PathPattern::new).toList();
    this.single = patterns.size() == 1 && !patterns.get(0).isGlob();
    this.block = new Block(options.maxLine());
  }

  @Override
  public String name() {
    return options.source().id();
  }

  @Override
  public void run() throws IOException {
    try {
      discovered = false;
      while (stopped.getCount() > 0) {
        if (!round()) {
          rest();
        }
      }
    } finally {
      closeAll();
    }
  }

  /** Looks once at every file; true if one of them may have more at once. */
  boolean round() throws IOException {
    if (!discovered || nanoTime.getAsLong() - lastDiscovery >= DISCOVER_NANOS) {
      discover();
    }
    boolean more = false;
    for (FollowedFile file : followed.values()) {
      more |= file.advance(block);
    }
    return more;
  }

  private void rest() {
    long pause = Math.max(options.poll().toNanos(), followed.size() * POLL_NANOS_PER_FILE);
    try {
      boolean unusedStopped = stopped.await(pause, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stop();
    }
  }

  private void discover() throws IOException {
    forgetGone();
    StartAt start = discovered ? StartAt.BEGINNING : options.start();
    for (PathPattern pattern : patterns) {
      if (pattern.isGlob()) {
        discover(pattern, start);
      } else {
        follow(Path.of(pattern.text()), pattern, start);
      }
    }
    discovered = true;
    lastDiscovery = nanoTime.getAsLong();
  }

  private void discover(PathPattern pattern, StartAt start) throws IOException {
    List<Path> matches = pattern.matches(MAX_FILES);
    Set<Path> heads = new HashSet<>(matches);
    heads.addAll(followed.keySet());
    for (Path path : matches) {
      if (followed.containsKey(path) || generations.contains(path)) {
        continue;
      }
      if (heads.stream().anyMatch(head -> isGeneration(head, path))) {
        generations.add(path);
      } else {
        follow(path, pattern, start);
      }
    }
  }

  /** A glob may also match {@code access.log.1}, which belongs to {@code access.log}. */
  private static boolean isGeneration(Path head, Path path) {
    return !head.equals(path)
        && Objects.equals(head.getParent(), path.getParent())
        && new Siblings(head).isGeneration(path);
  }

  private void forgetGone() throws IOException {
    generations.removeIf(path -> !Files.exists(path));
    for (Iterator<FollowedFile> each = followed.values().iterator(); each.hasNext(); ) {
      FollowedFile file = each.next();
      if (file.gone()) {
        file.finish();
        each.remove();
        sourceIds.remove(file.sourceId());
      }
    }
  }

  private void follow(Path path, PathPattern pattern, StartAt start) {
    if (followed.containsKey(path) || followed.size() >= MAX_FILES) {
      return;
    }
    Source source = sourceOf(path, pattern);
    if (!sourceIds.add(source.id())) {
      LOG.warn("{} is not followed: source {} has a file already", path, source.id());
      return;
    }
    followed.put(
        path,
        new FollowedFile(
            source.id(), path, options, start, shipper.replay(source), clock, nanoTime));
    LOG.info("following {} as {}", path, source.id());
  }

  private Source sourceOf(Path path, PathPattern pattern) {
    Source source = options.source();
    return single
        ? source
        : new Source(
            source.id() + "/" + pattern.root().relativize(path), source.dataset(), source.zone());
  }

  private void closeAll() throws IOException {
    for (FollowedFile file : followed.values()) {
      file.close();
    }
    followed.clear();
    sourceIds.clear();
  }

  @Override
  public void stop() {
    stopped.countDown();
  }
}
