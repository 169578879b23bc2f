package io.zhidun.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What was recorded of the parts is still in their code: a renamed metric must be recorded anew.
 */
class RecordingsTest {
  private static final Pattern FAMILY = Pattern.compile("(?m)^# TYPE (zhidun_[a-z_]+) ");
  private static final Pattern IN_CODE = Pattern.compile("\"(zhidun[._][a-z._]+)\"");
  private static final Path CHECKOUT = Path.of("../..");

  /** What Prometheus' form adds to the name in the code. */
  private static final Pattern SUFFIX = Pattern.compile("(_total|_seconds|_seconds_max|_max)$");

  @Test
  void everyRecordedMetricIsNamedInTheCode() throws IOException {
    Set<String> known = new TreeSet<>();
    for (String folder : Set.of("collectors", "stream-jobs", "src")) {
      known.addAll(named(CHECKOUT.resolve(folder)));
    }
    Set<String> recorded = recorded();

    assertThat(recorded).hasSizeGreaterThan(25);
    assertThat(recorded)
        .allSatisfy(
            family ->
                assertThat(known)
                    .as(family)
                    .containsAnyOf(family, SUFFIX.matcher(family).replaceFirst("")));
  }

  private static Set<String> recorded() throws IOException {
    Set<String> families = new TreeSet<>();
    for (Path file : Folder.files(Path.of("src/test/resources/expositions"))) {
      FAMILY
          .matcher(Files.readString(file))
          .results()
          .forEach(found -> families.add(found.group(1)));
    }
    return families;
  }

  private static Set<String> named(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> file.toString().contains("/src/main/"))
          .flatMap(file -> IN_CODE.matcher(read(file)).results())
          .map(found -> found.group(1).replace('.', '_'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
