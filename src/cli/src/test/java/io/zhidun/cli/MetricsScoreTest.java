package io.zhidun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.measure.ensemble.EnsembleDetector;
import java.util.List;
import org.junit.jupiter.api.Test;

class MetricsScoreTest {
  private static final long START = 1_700_000_000L;

  @Test
  void everySampleComesBackAsWrittenWithItsScoreAtFullPrecision() {
    StringBuilder csv = new StringBuilder("timestamp,value\n");
    EnsembleDetector detector = new EnsembleDetector();
    StringBuilder expected = new StringBuilder("timestamp,value,score\n");
    for (int i = 0; i < 1000; i++) {
      String value = i == 900 ? "99.50" : "1" + i * 31 % 7 + ".250";
      String line = START + i * 300L + "," + value;
      csv.append(line).append('\n');
      double score = detector.score((START + i * 300L) * 1000, Double.parseDouble(value));
      expected.append(line).append(',').append(score).append('\n');
    }
    Shell shell = Shell.run(csv.toString(), "metrics", "score");

    assertThat(shell.exitCode()).isZero();
    assertThat(shell.out()).isEqualTo(expected.toString());
    assertThat(shell.err())
        .startsWith("1000 samples scored, 1 alerts, 0 late or repeated, 0 lines");
  }

  @Test
  void timesAreReadInTheirUsualForms() {
    Shell shell =
        Shell.run(
            """
            2026-11-22 10:00:00,1
            2026-11-22T10:05:00Z,1
            2026-11-22T18:10:00+08:00,1e3
            2026-11-22 10:15:00.250000,-4.5
            1795342800,1
            1795342800500,1
            """,
            "metrics",
            "score",
            "-");
    assertThat(shell.exitCode()).isZero();
    assertThat(shell.out().lines()).hasSize(6).allMatch(line -> line.endsWith(",0.0"));
  }

  @Test
  void aBadLineIsToldWithItsNumberAndCounted() {
    List<String> bad =
        List.of(
            "2026-11-22 10:00:00",
            "2026-11-22 10:00:00,1,2",
            "2026-11-22 10:00:00,",
            "2026-11-22 10:00:00,NaN",
            "2026-11-22 10:00:00,1e999",
            "2026-11-22 10:00:00,0x10",
            "2026-13-22 10:00:00,1",
            "tomorrow,1",
            "1e300,1",
            "",
            "\u001b[31m,1",
            "1,".repeat(400));
    Shell shell = Shell.run("1,5\n" + String.join("\n", bad) + "\n2,5\n", "metrics", "score");

    assertThat(shell.exitCode()).isEqualTo(1);
    assertThat(shell.out()).isEqualTo("1,5,0.0\n2,5,0.0\n");
    List<String> told = shell.err().lines().toList();
    assertThat(told).hasSize(bad.size() + 1);
    assertThat(told.get(0)).isEqualTo("line 2: 1 fields instead of timestamp,value");
    assertThat(told.get(4)).isEqualTo("line 6: value \"1e999\" is not finite");
    assertThat(told.get(10)).isEqualTo("line 12: timestamp \"?[31m\" is not a number");
    assertThat(told.get(11)).isEqualTo("line 13: longer than 256 bytes");
    assertThat(told.get(12)).endsWith(bad.size() + " lines that could not be read");
  }

  @Test
  void manyBadLinesAreNotAllTold() {
    Shell shell = Shell.run("x\n".repeat(1000), "metrics", "score");
    assertThat(shell.err().lines()).hasSize(22);
    assertThat(shell.err()).contains("1000 lines that could not be read");
  }

  @Test
  void whatIsNotNewerThanTheSampleBeforeScoresNothing() {
    Shell shell = Shell.run("\uFEFF100,1\n100,2\n50,3\n200,4\n", "metrics", "score");
    assertThat(shell.exitCode()).isZero();
    assertThat(shell.out()).isEqualTo("100,1,0.0\n100,2,0.0\n50,3,0.0\n200,4,0.0\n");
    assertThat(shell.err()).startsWith("2 samples scored, 0 alerts, 2 late or repeated");
  }
}
