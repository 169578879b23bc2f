package io.zhidun.standalone.supervisor;

import java.util.List;

/**
 * Options on each part's command line that say whose part it is, so that a process is never ended
 * for having the pid that a part once had.
 */
final class PartMark {
  private PartMark() {}

  static List<String> of(Installation at, String part) {
    if (part.equals(Plan.PROMETHEUS)) {
      return List.of(Prometheus.mark(at));
    }
    return List.of("-Dzhidun.data=" + at.data(), "-Dzhidun.part=" + part);
  }

  static boolean isOn(List<String> command, Installation at, String part) {
    return command.containsAll(of(at, part));
  }
}
