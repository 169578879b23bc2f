package io.zhidun.service.compliance.evidence;

import java.io.IOException;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.modulith.NamedInterface;

/**
 * Answers some checks. Must not invent: a value that it does not know is left out, an object of
 * which it knows nothing gets no sight. Must end within seconds by its own limits.
 */
@NamedInterface("collectors")
public interface Collector {
  /** Name in evidence, such as {@code events}. */
  String name();

  /** Codes of the checks that it answers, all or in part. */
  Set<String> checks();

  /**
   * @throws IOException when what it asks does not answer; nothing that it said before counts then
   */
  void look(Target target, Consumer<Sight> out) throws IOException, InterruptedException;

  /**
   * Whether its thread is interrupted where it takes too long. Not where it may be reading the
   * database: an interrupt closes the file of an embedded one under everybody else.
   */
  default boolean mayBeInterrupted() {
    return false;
  }
}
