package io.zhidun.backup.executor;

import io.zhidun.trust.sm2.Sm2PublicKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where a Zhidun keeps what it is.
 *
 * @param database file of the service's H2 without {@code .mv.db}
 * @param user the database's owner
 * @param password the owner's, or null
 * @param folders rules, configuration and whatever else is not secret, by name
 * @param keys folders that hold vaults of keys and what opens them, by name; at least one
 * @param quorum for whom alone the keys are sealed: its private half is split among people
 * @param work folder in which copies are made
 */
public record ZhidunOptions(
    Path database,
    String user,
    @Nullable String password,
    SortedMap<String, Path> folders,
    SortedMap<String, Path> keys,
    Sm2PublicKey quorum,
    Path work) {
  static final String DATABASE = "database";
  static final String KEYS = "keys";

  public ZhidunOptions {
    folders = new TreeMap<>(folders);
    keys = new TreeMap<>(keys);
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("keys must name at least one folder");
    }
    folders.keySet().forEach(ZhidunOptions::requireName);
    keys.keySet().forEach(ZhidunOptions::requireName);
    if (database.toString().contains(";")) {
      throw new IllegalArgumentException("database: a path without ; was " + database);
    }
  }

  /** Whether a folder may be called so in the archive. */
  public static boolean isName(String name) {
    return name.matches("[a-z0-9][a-z0-9-]{0,39}") && !Set.of(DATABASE, KEYS).contains(name);
  }

  private static void requireName(String name) {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "a folder's name has a-z 0-9 - and is not database or keys, was \"" + name + '"');
    }
  }

  /**
   * Keys leave sealed for the quorum alone, so no folder that goes as it is may hold them; nor the
   * database, whose copy goes.
   *
   * @throws IOException naming the folder that does
   */
  void requireSeparateFolders() throws IOException {
    for (Path folder : folders.values()) {
      Path real = folder.toRealPath();
      for (Path key : keys.values()) {
        if (key.toRealPath().startsWith(real)) {
          throw new IOException(
              "the folder %s holds the keys of %s, which must not leave with it"
                  .formatted(folder, key));
        }
      }
      Path home = database.toAbsolutePath().getParent();
      if (home != null && home.toRealPath().startsWith(real)) {
        throw new IOException("the folder " + folder + " holds the database");
      }
    }
  }

  @Override
  public String toString() {
    return "zhidun " + database;
  }
}
