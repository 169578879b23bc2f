package io.zhidun.standalone.supervisor;

import java.util.ArrayList;
import java.util.List;

/**
 * Options of a part's virtual machine. Each part has a small heap of its own and one collector
 * thread: on a small machine five heaps that tidy in parallel would only disturb each other.
 */
final class JvmOptions {
  private final List<String> options = new ArrayList<>();

  private JvmOptions(String heap) {
    options.add("-Xmx" + heap);
    options.add("-XX:+UseSerialGC");
    // A part out of memory ends and is started again, instead of limping on.
    options.add("-XX:+ExitOnOutOfMemoryError");
    options.add("-XX:-UsePerfData");
    options.add("-Dfile.encoding=UTF-8");
    options.add("-Djava.awt.headless=true");
  }

  static JvmOptions heap(String largest) {
    return new JvmOptions(largest);
  }

  /** Compiles fast and lightly: for parts whose speed is not ours to show. */
  JvmOptions quickStart() {
    options.add("-XX:TieredStopAtLevel=1");
    return this;
  }

  /**
   * Lets only what runs often reach the optimising compiler, and lets it inline less. The stream's
   * few hot methods get there all the same and are small; with the defaults the compiler took ten
   * CPU-seconds of the first million lines, with these five.
   */
  JvmOptions patientCompiler() {
    options.add("-XX:Tier4InvocationThreshold=50000");
    options.add("-XX:Tier4MinInvocationThreshold=12500");
    options.add("-XX:Tier4CompileThreshold=125000");
    options.add("-XX:Tier4BackEdgeThreshold=375000");
    options.add("-XX:FreqInlineSize=150");
    return this;
  }

  /**
   * A heap of fixed size whose larger part is for new objects: what a record makes lives for
   * milliseconds, and a small nursery would copy what only waits for its batch to be sent.
   */
  JvmOptions shortLivedObjects(String heap, String nursery) {
    options.add("-Xms" + heap);
    options.add("-Xmn" + nursery);
    options.add("-XX:+UseTransparentHugePages");
    return this;
  }

  JvmOptions and(String option) {
    options.add(option);
    return this;
  }

  List<String> toList() {
    return List.copyOf(options);
  }
}
