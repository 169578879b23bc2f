package io.zhidun.standalone.supervisor;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A part of the installation: which process it is and how one sees that it is well.
 *
 * @param name as people and the log files call it
 * @param command the whole command line, the program first
 * @param environment variables that are set beside the inherited ones
 * @param folder the process works in and keeps its data in
 * @param port where it is reached
 * @param health says whether it is ready
 * @param after names of the parts that must be ready first, and are ended later
 * @param startLimit how long it may take until it is ready
 * @param grace how long it may take to end before it is killed
 */
record PartSpec(
    String name,
    List<String> command,
    Map<String, String> environment,
    Path folder,
    int port,
    HealthCheck health,
    List<String> after,
    Duration startLimit,
    Duration grace) {
  static final Duration USUAL_START_LIMIT = Duration.ofSeconds(60);
  static final Duration USUAL_GRACE = Duration.ofSeconds(20);

  PartSpec {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name must not be blank");
    }
    if (command.isEmpty()) {
      throw new IllegalArgumentException("command of " + name + " must not be empty");
    }
    if (after.contains(name)) {
      throw new IllegalArgumentException("part " + name + " must not wait for itself");
    }
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
    after = List.copyOf(after);
  }

  /** The same part with another limit of its start. */
  PartSpec within(Duration limit) {
    return new PartSpec(name, command, environment, folder, port, health, after, limit, grace);
  }

  /** The same part, which does not wait for parts that are not there. */
  PartSpec needingOnly(Set<String> present) {
    List<String> needed = after.stream().filter(present::contains).toList();
    return new PartSpec(
        name, command, environment, folder, port, health, needed, startLimit, grace);
  }
}
