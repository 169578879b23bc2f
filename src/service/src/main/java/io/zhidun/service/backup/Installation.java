package io.zhidun.service.backup;

import io.zhidun.backup.run.BackupConfig;
import io.zhidun.backup.run.Backups;
import io.zhidun.backup.run.VaultKeys;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The engine on what {@code backup.yml} says: opened when it is first needed, and then kept. */
@Component
class Installation {
  private static final Logger log = LoggerFactory.getLogger(Installation.class);

  private final BackupProperties properties;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private @Nullable BackupConfig config;
  private @Nullable Backups backups;
  private volatile @Nullable String fault;

  Installation(BackupProperties properties, Clock clock) {
    this.properties = properties;
    this.clock = clock;
  }

  boolean isConfigured() {
    return !properties.config().isEmpty();
  }

  /** Why what is configured cannot be used; empty where it can, or was never tried. */
  Optional<String> fault() {
    return Optional.ofNullable(fault);
  }

  /**
   * @throws IOException where the file, the keys or a target cannot be opened; the next call tries
   *     again
   */
  synchronized Backups open() throws IOException {
    Backups open = backups;
    if (open != null) {
      return open;
    }
    try {
      open =
          new Backups(
              readConfig(), VaultKeys.of(VaultKeys.open(readConfig(), random)), clock, random);
      backups = open;
      fault = null;
      return open;
    } catch (IOException | IllegalArgumentException e) {
      String words = words(e);
      if (!words.equals(fault)) {
        log.warn("backups cannot be run: {}", words);
      }
      fault = words;
      throw new IOException(words, e);
    }
  }

  /** What is configured; known also while a target is away. */
  synchronized BackupConfig readConfig() throws IOException {
    BackupConfig known = config;
    if (known == null) {
      known = BackupConfig.read(Path.of(properties.config()));
      config = known;
    }
    return known;
  }

  /** A message that says something by itself: that of a missing file is only its name. */
  static String words(Exception e) {
    String message = e.getMessage();
    boolean speaks = e.getClass() == IOException.class || e instanceof IllegalArgumentException;
    if (message == null) {
      return e.getClass().getSimpleName();
    }
    return speaks ? message : e.getClass().getSimpleName() + ": " + message;
  }

  @PreDestroy
  synchronized void close() throws IOException {
    if (backups != null) {
      backups.close();
      backups = null;
    }
  }
}
