package io.zhidun.backup.repository;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an executor learned while it made a backup.
 *
 * @param versions of the engine and its tools, by name
 * @param positions where the backup stands in the engine's log: {@code wal.start}, {@code wal.end},
 *     {@code binlog.file}, …
 * @param recoverable the moment whose state a restore of this backup alone gives
 * @param measures what was counted, empty where nothing could be
 * @param notes what a reader must know: a file that changed, a table that was not counted
 */
public record Facts(
    Map<String, String> versions,
    Map<String, String> positions,
    @Nullable Instant recoverable,
    List<Measure> measures,
    List<String> notes) {
  public Facts {
    versions = Map.copyOf(new TreeMap<>(versions));
    positions = Map.copyOf(new TreeMap<>(positions));
    measures = List.copyOf(measures);
    notes = List.copyOf(notes);
  }

  /**
   * A position that must be there.
   *
   * @throws IllegalStateException naming it where it is not
   */
  public String position(String name) {
    String position = positions.get(name);
    if (position == null) {
      throw new IllegalStateException("the backup does not tell its " + name);
    }
    return position;
  }

  public static Facts none() {
    return new Facts(Map.of(), Map.of(), null, List.of(), List.of());
  }
}
