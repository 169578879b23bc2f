package io.zhidun.collectors.file;

import io.zhidun.collectors.core.Source;
import io.zhidun.collectors.testkit.InMemoryShipper;
import io.zhidun.collectors.testkit.ManualClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;

/** A folder, a collector that moves round by round, and a clock that moves when told. */
final class FollowScene {
  static final String SOURCE = "app";

  final Path folder;
  final Path log;
  final ManualClock clock = ManualClock.morning();
  final InMemoryShipper shipper = new InMemoryShipper();
  private final String pattern;
  private StartAt start = StartAt.BEGINNING;
  private int maxLine = FileOptions.DEFAULT_MAX_LINE;
  private FileCollector collector;

  FollowScene(Path folder) {
    this(folder, folder.resolve("app.log").toString());
  }

  FollowScene(Path folder, String pattern) {
    this.folder = folder;
    this.log = folder.resolve("app.log");
    this.pattern = pattern;
    this.collector = newCollector();
  }

  private FileCollector newCollector() {
    Source source = new Source(SOURCE, "syslog", ZoneOffset.UTC);
    FileOptions options =
        new FileOptions(
            source,
            List.of(pattern),
            start,
            maxLine,
            FileOptions.DEFAULT_POLL,
            Duration.ofSeconds(2));
    return new FileCollector(options, shipper, clock, clock::nanoTime);
  }

  FollowScene startAt(StartAt where) {
    start = where;
    collector = newCollector();
    return this;
  }

  FollowScene maxLine(int bytes) {
    maxLine = bytes;
    collector = newCollector();
    return this;
  }

  FollowScene write(String text) throws IOException {
    return write(log, text);
  }

  FollowScene write(Path file, String text) throws IOException {
    Files.write(
        file,
        text.getBytes(StandardCharsets.ISO_8859_1),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
    return this;
  }

  /** Rotation by rename: the name goes to a new file with the next line. */
  FollowScene rename(String to) throws IOException {
    Files.move(log, folder.resolve(to));
    return this;
  }

  /** Rotation by copy and truncate. */
  FollowScene copyTruncate(String to) throws IOException {
    Files.copy(log, folder.resolve(to));
    Files.write(log, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
    return this;
  }

  /** Looks until nothing more is found, a quarter of a second later. */
  FollowScene look() throws IOException {
    clock.advance(Duration.ofMillis(250));
    while (collector.round()) {
      clock.advance(Duration.ofMillis(1));
    }
    return this;
  }

  /** Lets enough time pass for a rotated file to count as finished. */
  FollowScene settle() throws IOException {
    look();
    clock.advance(Duration.ofSeconds(3));
    return look().look();
  }

  /** The agent is gone and another begins with what was saved. */
  FollowScene restart() {
    collector = newCollector();
    return this;
  }

  List<String> texts() {
    return shipper.texts(SOURCE);
  }
}
