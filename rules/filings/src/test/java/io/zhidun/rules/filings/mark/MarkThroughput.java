package io.zhidun.rules.filings.mark;

import io.zhidun.rules.filings.record.EntityKind;
import io.zhidun.rules.filings.record.EntityRecord;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.ProtectedMark;
import io.zhidun.rules.filings.record.ProtectedMark.Fame;
import io.zhidun.rules.filings.record.Telemetry;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.Signal;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Measures filings per CPU-second and heap per mark of all detectors of marks: {@code main(history,
 * measured)}, by default 3,000,000 and 200,000. Run from the module's folder.
 */
final class MarkThroughput {

  private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

  private final Random random = new Random(11);
  private final List<Detector> detectors = MarkDetectors.all();
  private final List<String> names = CompanyNames.shuffled(11);
  private final String pool = String.join("", names);
  private final Duration step;
  private final Map<String, Integer> signals = new TreeMap<>();
  private int number;

  private MarkThroughput(int filings) throws IOException {
    step = Duration.ofDays(1_090).dividedBy(filings);
  }

  public static void main(String[] arguments) throws IOException {
    int history = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 3_000_000;
    int measured = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 200_000;
    long start = cpu();
    MarkThroughput run = new MarkThroughput(history + measured);
    long ready = cpu();
    run.protect();
    System.out.printf("dictionaries %.1f s%n", (ready - start) / 1e9);
    System.out.printf("5,000 protected marks %.1f s%n", (cpu() - ready) / 1e9);
    long empty = heap();
    run.file(history);
    long full = heap();
    System.out.printf(
        "%d marks: %.1f bytes each, signals %s%n",
        history, (double) (full - empty) / history, run.signals);
    long before = cpu();
    run.file(measured);
    double seconds = (cpu() - before) / 1e9;
    System.out.printf(
        "%d filings in %.2f CPU s: %.0f a CPU-second, signals %s%n",
        measured, seconds, measured / seconds, run.signals);
  }

  private void protect() {
    for (int i = 0; i < 5_000; i++) {
      ProtectedMark part =
          new ProtectedMark("主" + i, "o" + i, List.of(1 + i % 45), Fame.values()[i % 3], List.of());
      EntityRecord record =
          new EntityRecord(
              EntityKind.PROTECTED_MARK, "p" + i, names.get(i), START, null, null, part);
      detectors.forEach(detector -> detector.see(record, this::count));
    }
  }

  private void file(int count) {
    for (int i = 0; i < count; i++) {
      Filing filing =
          MarkRecords.filing(
              String.valueOf(70_000_000 + number),
              START.plus(step.multipliedBy(number++)),
              MarkRecords.company(applicant()),
              Telemetry.NONE,
              word(),
              1 + random.nextInt(45));
      for (int d = 0; d < detectors.size(); d++) {
        detectors.get(d).see(filing, this::count);
      }
    }
  }

  private void count(Signal signal) {
    signals.merge(signal.code(), 1, Integer::sum);
  }

  /** A third of the filings come from 30,000 applicants with many, the others from a million. */
  private String applicant() {
    double skew = random.nextDouble();
    boolean frequent = random.nextInt(3) == 0;
    return "户" + (frequent ? (int) (30_000 * skew * skew * skew) : random.nextInt(1_000_000));
  }

  private String word() {
    int kind = random.nextInt(10);
    if (kind == 0) {
      return names.get(random.nextInt(names.size()));
    }
    StringBuilder word = new StringBuilder();
    int length = kind == 1 ? 5 + random.nextInt(4) : 2 + random.nextInt(3);
    while (word.length() < length) {
      char c =
          kind == 1
              ? (char) ('a' + random.nextInt(26))
              : pool.charAt(random.nextInt(pool.length()));
      word.append(c);
    }
    return word.toString();
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long heap() {
    System.gc();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
