package io.zhidun.standalone.supervisor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Parts that still run although the supervisor that started them is gone. They are known by the
 * marks on their command line, which say data folder and part: that needs no file that a killed
 * supervisor may not have written, and no pid that may be another's by now.
 */
final class Orphans {
  /** A part without a supervisor. */
  record Orphan(String name, ProcessIdentity process) {}

  private Orphans() {}

  /** Those of one installation, in the order in which parts are started. */
  static List<Orphan> find(Installation at) {
    List<Orphan> orphans = new ArrayList<>();
    List<ProcessHandle> processes = ProcessHandle.allProcesses().toList();
    for (String part : Plan.ORDER) {
      for (ProcessHandle process : processes) {
        if (PartMark.isOn(ProcessIdentity.command(process.pid()), at, part)) {
          ProcessIdentity.of(process.pid())
              .ifPresent(identity -> orphans.add(new Orphan(part, identity)));
        }
      }
    }
    return orphans;
  }

  /** Ends them, last started first, each politely and after the grace by force. */
  static List<String> end(Installation at, Duration grace) throws InterruptedException {
    List<Orphan> orphans = find(at);
    Collections.reverse(orphans);
    for (Orphan orphan : orphans) {
      ProcessIdentity process = orphan.process();
      ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroy);
      if (!process.endsWithin(grace)) {
        ProcessHandle.of(process.pid()).ifPresent(ProcessHandle::destroyForcibly);
        process.endsWithin(grace);
      }
    }
    return orphans.stream().map(Orphan::name).toList();
  }
}
