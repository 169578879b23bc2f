package io.zhidun.standalone.supervisor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Parts that still run although the supervisor that started them is gone. */
final class Orphans {
  private Orphans() {}

  /**
   * The parts of the last state whose process is still the same one: pid, start time and the marks
   * on its command line agree.
   */
  static List<PartStatus> find(Installation at) {
    List<PartStatus> orphans = new ArrayList<>();
    State.load(at.state())
        .ifPresent(
            state -> {
              for (PartStatus part : state.parts()) {
                if (isSame(part, at)) {
                  orphans.add(part);
                }
              }
            });
    return orphans;
  }

  private static boolean isSame(PartStatus part, Installation at) {
    ProcessIdentity process = new ProcessIdentity(part.pid(), part.started());
    return process.isAlive() && PartMark.isOn(process.command(), at, part.name());
  }

  /** Ends them, last started first, each politely and after the grace by force. */
  static List<String> end(Installation at, Duration grace) throws InterruptedException {
    List<String> ended = new ArrayList<>();
    List<PartStatus> orphans = find(at);
    Collections.reverse(orphans);
    for (PartStatus orphan : orphans) {
      ProcessIdentity process = new ProcessIdentity(orphan.pid(), orphan.started());
      ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroy);
      if (!process.endsWithin(grace)) {
        ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
        process.endsWithin(grace);
      }
      ended.add(orphan.name());
    }
    return ended;
  }
}
