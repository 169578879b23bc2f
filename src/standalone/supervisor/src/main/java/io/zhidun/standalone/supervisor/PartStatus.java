package io.zhidun.standalone.supervisor;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a part at one time.
 *
 * @param pid of its process, 0 without one
 * @param started when the kernel says the process began, in its ticks; with the pid it names one
 *     process for ever, 0 without one
 * @param memoryBytes resident memory
 * @param since when it came into this state
 * @param readyMillis how long its last start took until it was healthy, null before that
 * @param restarts how often it was started again since the installation started
 * @param detail in words, may be empty
 */
record PartStatus(
    String name,
    PartState state,
    long pid,
    long started,
    int port,
    long memoryBytes,
    Instant since,
    @Nullable Long readyMillis,
    int restarts,
    String detail) {
  static PartStatus waiting(PartSpec spec, Instant now) {
    return new PartStatus(spec.name(), PartState.WAITING, 0, 0, spec.port(), 0, now, null, 0, "");
  }

  PartStatus become(PartState next, Instant now, String why) {
    return new PartStatus(
        name, next, pid, started, port, memoryBytes, now, readyMillis, restarts, why);
  }

  PartStatus withProcess(ProcessIdentity process) {
    return new PartStatus(
        name,
        state,
        process.pid(),
        process.started(),
        port,
        memoryBytes,
        since,
        readyMillis,
        restarts,
        detail);
  }

  PartStatus withReadyMillis(@Nullable Long millis) {
    return new PartStatus(
        name, state, pid, started, port, memoryBytes, since, millis, restarts, detail);
  }

  PartStatus withMemory(long bytes) {
    return new PartStatus(
        name, state, pid, started, port, bytes, since, readyMillis, restarts, detail);
  }

  PartStatus withRestart() {
    return new PartStatus(
        name, state, pid, started, port, memoryBytes, since, readyMillis, restarts + 1, detail);
  }

  PartStatus withDetail(String words) {
    return new PartStatus(
        name, state, pid, started, port, memoryBytes, since, readyMillis, restarts, words);
  }
}
