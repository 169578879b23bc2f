package io.zhidun.benchmarks.compliance;

import io.zhidun.benchmarks.CpuClock;
import io.zhidun.benchmarks.Figure;
import io.zhidun.rules.compliance.assess.AssessmentInput;
import io.zhidun.rules.compliance.assess.AssessmentJson;
import io.zhidun.rules.compliance.assess.Assessor;
import io.zhidun.rules.compliance.record.Assessment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code zhidun bench compliance}: the full level-3 assessment of ten systems with 200 assets each,
 * on one thread, and again from the stored inputs.
 */
public final class ComplianceBench {
  private static final String NAME = "compliance";
  private static final int SYSTEMS = 10;

  /** A system of some ten assets, whose pack is read ten thousand times. */
  private static final int SMALL = 200;

  private static final double SECOND = 1e9;

  private final int flips;

  /**
   * @param flips of a report's pack
   */
  public ComplianceBench(int flips) {
    this.flips = flips;
  }

  public List<Figure> run() throws IOException {
    long before = CpuClock.nanos();
    Assessor assessor = Assessor.shipped();
    double compiling = (CpuClock.nanos() - before) / SECOND;
    List<AssessmentInput> inputs = new ArrayList<>();
    for (int i = 0; i < SYSTEMS; i++) {
      inputs.add(new SyntheticSystem(i).input());
    }
    List<Assessment> assessments = new ArrayList<>();
    long cpu = CpuClock.nanos();
    long clock = System.nanoTime();
    inputs.forEach(input -> assessments.add(assessor.assess(input)));
    double cpuSeconds = (CpuClock.nanos() - cpu) / SECOND;
    double seconds = (System.nanoTime() - clock) / SECOND;
    return List.of(
        Figure.plain(NAME, "rules compiled", compiling, "CPU-s"),
        Figure.plain(NAME, "evidence looked through", count(inputs), "pieces"),
        Figure.plain(
            NAME,
            "cells judged",
            assessments.stream().mapToInt(a -> a.cells().size()).sum(),
            "cells"),
        Figure.plain(NAME, "10 systems of 200 assets, elapsed", seconds, "s"),
        Figure.atMost(NAME, "10 systems of 200 assets", cpuSeconds, "CPU-s", 60),
        Figure.exactly(
            NAME,
            "same bytes from stored inputs",
            repeated(assessor, inputs, assessments),
            "systems",
            SYSTEMS),
        new PackFlips(assessor.assess(new SyntheticSystem(SYSTEMS, SMALL).input())).run(flips));
  }

  private static double count(List<AssessmentInput> inputs) {
    return inputs.stream().mapToInt(input -> input.evidence().size()).sum();
  }

  /** Systems whose assessment comes out the same from a file with its inputs. */
  private static int repeated(
      Assessor assessor, List<AssessmentInput> inputs, List<Assessment> assessments)
      throws IOException {
    int same = 0;
    Path stored = Files.createTempFile("assessment-input", ".json");
    try {
      for (int i = 0; i < SYSTEMS; i++) {
        Files.write(stored, AssessmentJson.writeInput(inputs.get(i)));
        AssessmentInput read = AssessmentJson.readInput(Files.readAllBytes(stored));
        boolean equal =
            AssessmentJson.sm3(assessor.assess(read))
                .equals(AssessmentJson.sm3(assessments.get(i)));
        same += equal ? 1 : 0;
      }
    } finally {
      Files.deleteIfExists(stored);
    }
    return same;
  }
}
