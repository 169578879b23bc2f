package io.zhidun.simulator.market.world;

import java.util.List;

/**
 * A mark that others may not imitate.
 *
 * @param fame {@code well-known}, {@code known} or {@code registered}
 */
public record ProtectedMark(
    String id,
    String name,
    String owner,
    String ownerCode,
    List<Integer> classes,
    String fame,
    List<String> aliases) {

  public ProtectedMark {
    classes = List.copyOf(classes);
    aliases = List.copyOf(aliases);
  }
}
