package io.zhidun.rules.judge;

import io.zhidun.rules.entity.Entity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a site says about accounts, addresses and hosts, asked by entity and event time. The exact
 * value goes before the narrowest network and before the pattern that stands first. Immutable.
 */
public final class Profiles {
  private static final int MOST = 100_000;
  private static final long LARGEST = 16L << 20;
  private static final int MOST_PATTERNS = 256;
  private static final int MOST_FAULTS = 20;

  private record Patterned(NamePattern pattern, EntityProfile profile) {}

  private final Map<String, EntityProfile> byKey = new HashMap<>();
  private final ProfileNetworks networks = new ProfileNetworks();
  private final Map<Entity.Kind, List<Patterned>> patterns = new EnumMap<>(Entity.Kind.class);

  private Profiles() {}

  /** No profiles. */
  public static Profiles none() {
    return new Profiles();
  }

  /**
   * Reads rows of {@code kind,value,role,department,networks,hours,expires,note-zh,note-en}, of
   * which the first names just these; {@code #} begins a comment, cells in double quotes may hold
   * commas. Kinds are {@code user} and {@code host} (a name, or a pattern with {@code *} and {@code
   * ?}) and {@code address} (also a network); {@code networks} of a user are separated by blanks;
   * {@code hours} are those of {@link UsualHours#parse}; {@code expires} is RFC 3339. All but kind,
   * value and expires may be empty.
   *
   * @throws IllegalArgumentException with every fault up to 20, each as {@code file:line:column}
   */
  public static Profiles parse(String path, String text) {
    if (text.length() > LARGEST) {
      throw new IllegalArgumentException(path + ": at most " + LARGEST + " characters");
    }
    List<List<CsvRows.Cell>> rows = CsvRows.parse(path, text, MOST + 1);
    ProfileRow.checkNames(path, rows);
    Profiles profiles = new Profiles();
    List<String> faults = new ArrayList<>();
    for (int i = 1; i < rows.size() && faults.size() < MOST_FAULTS; i++) {
      try {
        profiles.enter(new ProfileRow(rows.get(i)));
      } catch (ProfileRow.Wrong e) {
        faults.add(path + ":" + e.getMessage());
      }
    }
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", faults));
    }
    return profiles;
  }

  /** Reads a file as {@link #parse} does. */
  public static Profiles load(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IllegalArgumentException(file + ": at most " + LARGEST + " bytes");
    }
    return parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
  }

  private void enter(ProfileRow row) {
    Entity.Kind kind = row.kind();
    EntityProfile profile = row.profile(kind);
    EntityProfile before;
    if (kind == Entity.Kind.ADDRESS && profile.value().indexOf('/') >= 0) {
      before = row.at(ProfileRow.VALUE, () -> networks.put(profile.value(), profile));
    } else if (kind != Entity.Kind.ADDRESS && NamePattern.isOne(profile.value())) {
      enterPattern(row, kind, profile);
      before = null;
    } else {
      before = byKey.put(row.entity(kind, profile.value()).key(), profile);
    }
    if (before != null) {
      throw row.wrong(
          ProfileRow.VALUE, kind.label() + " \"" + profile.value() + "\" has a profile already");
    }
  }

  private void enterPattern(ProfileRow row, Entity.Kind kind, EntityProfile profile) {
    List<Patterned> known = patterns.computeIfAbsent(kind, absent -> new ArrayList<>());
    if (known.size() == MOST_PATTERNS) {
      throw row.wrong(
          ProfileRow.VALUE, "more than " + MOST_PATTERNS + " patterns of kind " + kind.label());
    }
    known.add(new Patterned(new NamePattern(profile.value()), profile));
  }

  /** The profile of an entity at a time, or null. */
  @Nullable EntityProfile of(Entity entity, Instant time) {
    EntityProfile exact = byKey.isEmpty() ? null : byKey.get(entity.key());
    if (exact != null && time.isBefore(exact.expires())) {
      return exact;
    }
    if (entity.kind() == Entity.Kind.ADDRESS) {
      return networks.find(entity.value(), time);
    }
    for (Patterned each : patterns.getOrDefault(entity.kind(), List.of())) {
      if (time.isBefore(each.profile.expires()) && each.pattern.matches(entity.value())) {
        return each.profile;
      }
    }
    return null;
  }
}
