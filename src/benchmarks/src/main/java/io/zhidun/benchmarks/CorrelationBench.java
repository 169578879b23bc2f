package io.zhidun.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.zhidun.events.Event;
import io.zhidun.events.FieldNames;
import io.zhidun.events.RawRecord;
import io.zhidun.events.ValueType;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.correlate.Correlator;
import io.zhidun.rules.correlate.GroupKey;
import io.zhidun.rules.correlate.GroupState;
import io.zhidun.rules.correlate.Match;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.testkit.TemporaryFolder;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The state machines alone, in this process and one thread: a hundred correlations, a million live
 * keys. What is measured of an event is making it, its groups, its match and all machines that read
 * it; CPU time is the whole process's, collecting garbage included.
 */
final class CorrelationBench {
  private static final String NAME = "correlation";
  private static final int KEYS = 1_000_000;
  private static final int WARM_UP_KEYS = 50_000;
  private static final int WARM_UPS = 8;
  private static final int EVENTS = 1_500_000;

  /** Enough for an average that moves by less than a byte. */
  private static final int IDLE_KEYS = 200_000;

  /** One event in so many is of one of few keys, so that conditions are reached too. */
  private static final int HOT_EVERY = 10;

  private static final int HOT_KEYS = 1_000;

  /** One event in so many is of another kind than its key mostly sees. */
  private static final int OTHER_KIND_EVERY = 50;

  private static final int KINDS_A_GROUPING =
      CorrelationRules.KINDS / CorrelationRules.GROUPINGS.size();

  /** Numbers below a thousand, as they are and with leading zeros. */
  private static final byte[][] DIGITS = digits("%d");

  private static final byte[][] PADDED = digits("%03d");
  private static final byte[] TEN = ascii("10.");
  private static final byte[] DOT = ascii(".");
  private static final byte[] USER = ascii("user");
  private static final byte[] HOST = ascii("host");
  private static final byte[] PAGE = ascii("/page");
  private static final long STEP_MICROS = 500;
  private static final long LATENESS_MICROS = 30_000_000;

  /** Events in ten seconds. */
  private static final int SETTLE_EVERY = 20_000;

  private static final long START_MICROS = 1_795_305_600_000_000L;

  private final Correlator correlator;
  private final Rule[] kinds = new Rule[CorrelationRules.KINDS];
  private final Event event = new Event();
  private final int action = FieldNames.id("event.action");
  private final int ip = FieldNames.id("source.ip");
  private final int user = FieldNames.id("user.name");
  private final int host = FieldNames.id("host.name");
  private final int path = FieldNames.id("url.path");
  private final int bytes = FieldNames.id("network.bytes");
  private final byte[][] names = new byte[CorrelationRules.KINDS][];

  /** The values of the event at hand. */
  private final byte[] text = new byte[256];

  /** Groups of the few keys that see most. */
  private final List<GroupState> hot = new ArrayList<>();

  private int written;
  private int put;
  private long sequence;
  private long detections;

  CorrelationBench() throws IOException {
    try (TemporaryFolder folder = TemporaryFolder.create("zhidun-correlation")) {
      Path file = folder.path().resolve("rules.yml");
      Files.writeString(file, CorrelationRules.yaml());
      RuleSet rules = RuleSet.load(file);
      correlator = rules.correlator();
      for (int i = 0; i < kinds.length; i++) {
        kinds[i] = rules.rule(CorrelationRules.kind(i)).orElseThrow();
        names[i] = ascii(kinds[i].name());
      }
    }
  }

  private static byte[][] digits(String format) {
    return IntStream.range(0, 1_000)
        .mapToObj(number -> ascii(String.format(Locale.ROOT, format, number)))
        .toArray(byte[][]::new);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  List<Figure> run() {
    List<Figure> figures = new ArrayList<>();
    figures.add(Figure.plain(NAME, "correlations", CorrelationRules.CORRELATIONS, "correlations"));
    for (int members : new int[] {1, 4, 8}) {
      figures.add(
          Figure.atMost(
              NAME,
              "idle key of " + members + " matches, beyond them, its name included",
              idleBytes(members),
              "bytes",
              200));
    }
    throughput(WARM_UP_KEYS);
    Map<String, GroupState> groups = new HashMap<>();
    figures.add(Figure.atLeast(NAME, "events", throughput(KEYS, groups), "events/CPU-s", 300_000));
    figures.add(Figure.plain(NAME, "live keys behind them", groups.size(), "keys"));
    figures.add(Figure.plain(NAME, "detections among them", detections, "detections"));
    return figures;
  }

  private void throughput(int keys) {
    for (int i = 0; i < WARM_UPS; i++) {
      throughput(keys, new HashMap<>());
    }
  }

  /** Events per CPU second once every key lives. */
  private double throughput(int keys, Map<String, GroupState> groups) {
    SplittableRandom random = new SplittableRandom(7);
    hot.clear();
    for (int key = 0; key < keys; key++) {
      on(key, random, groups);
    }
    detections = 0;
    // What the keys take to be made and moved is not the events' that follow.
    System.gc();
    int events = Math.min(EVENTS, 4 * keys);
    long start = cpuNanos();
    for (int i = 0; i < events; i++) {
      int bound = i % HOT_EVERY == 0 ? HOT_KEYS : keys;
      on(random.nextInt(bound), random, groups);
      if (i % SETTLE_EVERY == 0) {
        settle();
      }
    }
    return events / ((cpuNanos() - start) / 1e9);
  }

  private void on(int key, SplittableRandom random, Map<String, GroupState> groups) {
    // Mostly a key sees one kind of event; only now and then what temporal correlations look for.
    int variety =
        random.nextInt(OTHER_KIND_EVERY) == 0
            ? CorrelationRules.GROUPINGS.size() * random.nextInt(KINDS_A_GROUPING)
            : key;
    int kind =
        key % CorrelationRules.GROUPINGS.size()
            + CorrelationRules.GROUPINGS.size()
                * (variety / CorrelationRules.GROUPINGS.size() % KINDS_A_GROUPING);
    Rule rule = kinds[kind];
    fill(key, kind, random);
    List<GroupKey> keys = correlator.groups(rule, event);
    Match match = correlator.toMatch(rule, event);
    for (GroupKey group : keys) {
      GroupState state = groups.get(group.text());
      if (state == null) {
        state = correlator.newGroup(group);
        groups.put(group.text(), state);
        if (key < HOT_KEYS) {
          hot.add(state);
        }
      }
      detections += state.on(match).size();
    }
  }

  /** What the stream does when the watermark moves: groups that count let go of what is settled. */
  private void settle() {
    long watermark = START_MICROS + sequence * STEP_MICROS - LATENESS_MICROS;
    for (GroupState state : hot) {
      state.advance(watermark);
    }
  }

  private void fill(int key, int kind, SplittableRandom random) {
    event.clear();
    long micros = START_MICROS + sequence * STEP_MICROS;
    event.header(
        new RawRecord("bench", "bench", "bench", 1, sequence++, micros, null, "UTC", NOTHING));
    event.timeMicros(micros);
    put = written = 0;
    event.put(action, ValueType.TEXT, names[kind]);
    write(TEN);
    write(key >> 16);
    write(DOT);
    write(key >> 8 & 255);
    write(DOT);
    write(key & 255);
    put(ip);
    write(USER);
    write(key);
    put(user);
    write(HOST);
    write(key);
    put(host);
    write(PAGE);
    write(random.nextInt(50));
    put(path);
    write(random.nextInt(10_000));
    put(bytes);
  }

  private void write(byte[] part) {
    System.arraycopy(part, 0, text, written, part.length);
    written += part.length;
  }

  /** Below a million. */
  private void write(int number) {
    if (number >= 1_000) {
      write(DIGITS[number / 1_000]);
      write(PADDED[number % 1_000]);
    } else {
      write(DIGITS[number]);
    }
  }

  /** What was written since the last value is the next one: bytes of a line, as in the stream. */
  private void put(int field) {
    event.put(field, ValueType.TEXT, text, put, written);
    put = written;
  }

  private static final byte[] NOTHING = {};

  /**
   * Heap of a group less that of its matches: all groups here hold the same matches, so what they
   * take besides is all that grows with their number.
   */
  private double idleBytes(int members) {
    SplittableRandom random = new SplittableRandom(3);
    List<Match> matches = new ArrayList<>();
    for (int i = 0; i < members; i++) {
      fill(1, 0, random);
      matches.add(correlator.toMatch(kinds[0], event));
    }
    GroupState[] groups = new GroupState[IDLE_KEYS];
    int told = 0;
    for (int key = 0; key < IDLE_KEYS; key++) {
      fill(key, 0, random);
      GroupState state = correlator.newGroup(correlator.groups(kinds[0], event).get(0));
      for (Match match : matches) {
        told += state.on(match).size();
      }
      if (told > 0) {
        throw new IllegalStateException("the groups should be idle, and one detected");
      }
      groups[key] = state;
    }
    if (groups[IDLE_KEYS - 1].isEmpty()) {
      throw new IllegalStateException("the groups should hold their matches");
    }
    long with = usedHeap();
    Arrays.fill(groups, null);
    return (with - usedHeap()) / (double) IDLE_KEYS;
  }

  private static long usedHeap() {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      System.gc();
      Runtime runtime = Runtime.getRuntime();
      least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
    }
    return least;
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
