package io.zhidun.cli;

import io.zhidun.measure.Admission;
import io.zhidun.measure.SampleGate;
import io.zhidun.measure.ensemble.EnsembleDetector;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Samples of one series in, each with its score out, as they come. */
@Command(
    name = "score",
    description = {
      "Scores the samples of one series: CSV timestamp,value in, timestamp,value,score out.",
      "Scores lie in [0,1]; 0.5 and above is an alert. A sample that is not newer than the one",
      "before scores 0."
    },
    mixinStandardHelpOptions = true)
final class MetricsScoreCommand implements Callable<Integer> {
  /** Faults told one by one; all are counted. */
  private static final int MOST_TOLD = 20;

  @Parameters(arity = "0..1", defaultValue = "-", description = "file; standard input by default")
  private Path file = Path.of("-");

  private final EnsembleDetector detector = new EnsembleDetector();
  private final SampleGate gate = new SampleGate();
  private long alerts;
  private long faults;

  @Override
  public Integer call() throws IOException {
    long read = 0;
    try (Lines lines = Lines.of(file, SampleLine.LONGEST);
        OutputStream stdout = new BufferedOutputStream(System.out, 1 << 16)) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        read++;
        String text = text(line, read == 1);
        if (read == 1 && isHeader(text)) {
          write(stdout, "timestamp,value,score");
        } else if (lines.wasCut()) {
          fault(read, "longer than " + SampleLine.LONGEST + " bytes");
        } else {
          score(stdout, read, text);
        }
        if (!lines.isBuffered()) {
          stdout.flush();
        }
      }
    }
    long unjudged = gate.count(Admission.DUPLICATE) + gate.count(Admission.LATE);
    System.err.println(
        gate.count(Admission.ADMITTED)
            + " samples scored, "
            + alerts
            + " alerts, "
            + unjudged
            + " late or repeated, "
            + faults
            + " lines that could not be read");
    return faults == 0 ? 0 : 1;
  }

  private void score(OutputStream out, long number, String text) throws IOException {
    SampleLine sample;
    try {
      sample = SampleLine.of(text);
    } catch (IllegalArgumentException e) {
      fault(number, String.valueOf(e.getMessage()));
      return;
    }
    Admission admission = gate.admit(sample.millis(), sample.value(), sample.millis());
    double score =
        admission == Admission.ADMITTED ? detector.score(sample.millis(), sample.value()) : 0;
    alerts += score >= EnsembleDetector.THRESHOLD ? 1 : 0;
    write(out, sample.time() + ',' + sample.number() + ',' + score);
  }

  private void fault(long number, String reason) {
    faults++;
    if (faults <= MOST_TOLD) {
      System.err.println("line " + number + ": " + reason);
    } else if (faults == MOST_TOLD + 1) {
      System.err.println("further lines are counted only");
    }
  }

  private static boolean isHeader(String text) {
    return text.replace(" ", "").equalsIgnoreCase("timestamp,value");
  }

  private static String text(byte[] line, boolean first) {
    String text = new String(line, StandardCharsets.UTF_8);
    return first && text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static void write(OutputStream out, String line) throws IOException {
    out.write(line.getBytes(StandardCharsets.UTF_8));
    out.write('\n');
  }
}
