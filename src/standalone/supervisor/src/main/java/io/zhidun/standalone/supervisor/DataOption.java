package io.zhidun.standalone.supervisor;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which installation a verb speaks of. */
final class DataOption {
  /** Set by the launcher. */
  static final String HOME = "zhidun.home";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the installation's data (default: data in the checkout).")
  private @Nullable Path data;

  Installation installation() {
    Path home = home();
    return new Installation(home, data == null ? home.resolve("data") : data);
  }

  private static Path home() {
    String given = System.getProperty(HOME);
    if (given != null) {
      return Path.of(given);
    }
    Path folder = Path.of("").toAbsolutePath();
    for (Path at = folder; at != null; at = at.getParent()) {
      if (Files.exists(at.resolve("src/standalone/supervisor/pom.xml"))) {
        return at;
      }
    }
    return folder;
  }
}
