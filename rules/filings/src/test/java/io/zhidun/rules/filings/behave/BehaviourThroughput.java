package io.zhidun.rules.filings.behave;

import io.zhidun.rules.filings.ledger.Filed;
import io.zhidun.rules.filings.record.ActionKind;
import io.zhidun.rules.filings.record.FilingKind;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.signal.Detector;
import io.zhidun.rules.filings.signal.SignalSink;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * Measures filings per CPU-second, each with five actions, and heap per filing of history:
 *
 * <pre>java -Xmx6g -cp … BehaviourThroughput 5000000 40000</pre>
 *
 * <p>A market of applicants (a fifth of the filings, the busy ones far busier), agencies with
 * agents (70 % of filings), three inventors and two drawings a patent, and one scheme of linked
 * companies in a thousand filings. The time of making the records is not counted.
 */
public final class BehaviourThroughput {

  private static final int PER_DAY = 38_500;
  private static final int BATCH = 20_000;

  private final Random random = new Random(11);
  private final int filings;
  private long made;

  private BehaviourThroughput(int filings) {
    this.filings = filings;
  }

  /**
   * @param args filings of history, then filings to measure
   */
  public static void main(String[] args) {
    int history = Integer.parseInt(args[0]);
    int measured = Integer.parseInt(args[1]);
    new BehaviourThroughput(history + measured).run(history, measured);
  }

  private void run(int history, int measured) {
    BehaviourDetectors detectors = new BehaviourDetectors();
    Map<String, Integer> signals = new TreeMap<>();
    SignalSink count = signal -> signals.merge(signal.code(), 1, Integer::sum);
    long before = heap();
    for (int done = 0; done < history; done += BATCH) {
      batch().forEach(record -> detectors.see(record, count));
    }
    long after = heap();
    System.out.printf(
        "history %,d filings: %.0f bytes a filing, %,d link keys%n",
        history, (double) (after - before) / history, detectors.links().keys());
    System.out.println("signals of the history " + signals);
    double nanos = 0;
    long slowest = 0;
    long[] byDetector = new long[detectors.list().size()];
    int seen = 0;
    while (seen < measured) {
      List<FilingRecord> batch = batch();
      long start = cpu();
      for (FilingRecord record : batch) {
        long at = System.nanoTime();
        detectors.see(record, count);
        slowest = Math.max(slowest, System.nanoTime() - at);
      }
      nanos += cpu() - start;
      seen += BATCH;
    }
    System.out.printf(
        "%,.0f filings per CPU-second, slowest record %.1f ms%n",
        seen / nanos * 1e9, slowest / 1e6);
    share(detectors, count, byDetector);
  }

  /** Which detector takes how much of one further batch. */
  private void share(BehaviourDetectors detectors, SignalSink sink, long[] byDetector) {
    List<Detector> all = detectors.list();
    for (FilingRecord record : batch()) {
      for (int i = 0; i < all.size(); i++) {
        long start = System.nanoTime();
        all.get(i).see(record, sink);
        byDetector[i] += System.nanoTime() - start;
      }
    }
    double sum = Arrays.stream(byDetector).sum();
    for (int i = 0; i < all.size(); i++) {
      System.out.printf(
          "%5.1f %%  %s%n", 100 * byDetector[i] / sum, all.get(i).getClass().getSimpleName());
    }
  }

  private List<FilingRecord> batch() {
    List<FilingRecord> records = new ArrayList<>(BATCH * 6);
    for (int i = 0; i < BATCH; i++) {
      add(records);
    }
    return records;
  }

  private void add(List<FilingRecord> records) {
    long n = made++;
    Instant time = Filed.day((int) (n / PER_DAY)).plusSeconds(n % PER_DAY * 14 * 3600 / PER_DAY);
    boolean scheme = random.nextInt(1000) == 0;
    int applicant =
        scheme
            ? 50_000_000 + (int) (n / 50_000) * 50 + random.nextInt(50)
            : (int) (filings / 5 * Math.pow(random.nextDouble(), 2));
    Filed filed = Filed.number(n).by("某某科技有限公司" + applicant).on(time);
    filed.from("省" + applicant % 31, "街" + applicant / 3 + "号", String.valueOf(applicant % 900));
    boolean patent = random.nextInt(3) == 0;
    if (!patent) {
      filed.kind(FilingKind.TRADEMARK);
    } else {
      filed.ipc("G06F" + random.nextInt(20) + "/00").drawings("d" + n + "a", "d" + n + "b");
      for (int i = 0; i < 3; i++) {
        filed.inventor("发明人" + (applicant * 5L + random.nextInt(8)));
      }
    }
    int agency = applicant % 3000;
    boolean direct = scheme || applicant % 10 > 6;
    String account = direct ? "acc" + applicant : "agency" + agency;
    String device = direct ? "device-fingerprint-" + applicant : "device-agency-" + agency;
    filed.phone(
        scheme
            ? "1390000" + n / 50_000 + applicant % 3
            : direct || applicant % 4 > 0 ? "138" + applicant : "agent" + agency + applicant % 4);
    filed.payer(scheme ? "payer-scheme" + n / 50_000 + applicant % 2 : "payer" + applicant);
    filed.email("mail" + applicant).contact("联系人" + applicant % 1000);
    filed
        .account(account)
        .device(device)
        .source("10." + applicant % 200 + "." + applicant % 251 + ".7");
    if (!direct) {
      filed.through("3" + agency, "3" + agency + "00" + applicant % 7);
    }
    filed.uploads("u" + n);
    act(records, ActionKind.SIGN_IN, account, device, time.minusSeconds(600), n);
    act(records, ActionKind.OPEN_FORM, account, device, time.minusSeconds(500), n);
    act(records, ActionKind.UPLOAD, account, device, time.minusSeconds(200), n);
    act(records, ActionKind.SIGN, account, device, time.minusSeconds(60), n);
    act(records, ActionKind.SUBMIT, account, device, time, n);
    records.add(filed.filing());
  }

  private void act(
      List<FilingRecord> records,
      ActionKind kind,
      String account,
      String device,
      Instant time,
      long n) {
    Acted acted = Acted.of(kind, account, time).device(device).filing(n).seconds(300);
    boolean agency = account.startsWith("agency");
    records.add((agency ? acted.agent(account + "-1", account.substring(6)) : acted).action());
  }

  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long heap() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
