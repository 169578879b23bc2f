package io.zhidun.measure;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The folder of test data beside the checkout; tests that need it are skipped without it. */
public final class SharedData {
  private SharedData() {}

  public static Path metrics() {
    @Nullable Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      Path metrics = folder.resolve("shared/data/metrics");
      if (Files.isDirectory(metrics)) {
        return metrics;
      }
      folder = folder.getParent();
    }
    assumeTrue(
        false, "no shared/data/metrics beside the checkout: the published series are absent");
    throw new IllegalStateException();
  }
}
