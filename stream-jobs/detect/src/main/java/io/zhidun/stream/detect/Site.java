package io.zhidun.stream.detect;

import io.zhidun.rules.Catalog;
import io.zhidun.rules.judge.Assets;
import io.zhidun.rules.judge.DutyCalendar;
import io.zhidun.rules.judge.Exceptions;
import io.zhidun.rules.judge.Indicators;
import io.zhidun.rules.judge.Judge;
import io.zhidun.rules.judge.JudgeSource;
import io.zhidun.rules.judge.SiteFacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a site adds to the shipped knowledge of the judge.
 *
 * @param folder the site's folder, or null for the shipped knowledge alone
 */
record Site(@Nullable Path folder) {

  /** A file of the site stands in place of a shipped one with the same name. */
  Judge judge() {
    Map<String, JudgeSource> sources = new LinkedHashMap<>();
    Catalog.judgeSources().forEach(source -> sources.put(lastPart(source.name()), source));
    Path own = file("judge");
    if (own != null) {
      sources(own).forEach(source -> sources.put(lastPart(source.name()), source));
    }
    return Judge.compile(List.copyOf(sources.values()));
  }

  private static String lastPart(String name) {
    return Path.of(name).getFileName().toString();
  }

  private static List<JudgeSource> sources(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<JudgeSource> sources = new ArrayList<>();
      for (Path file :
          files.filter(path -> JudgeSource.accepts(lastPart(path))).sorted().toList()) {
        sources.add(new JudgeSource(file.toString(), Files.readAllBytes(file)));
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException("folder " + folder + " cannot be read", e);
    }
  }

  private static String lastPart(Path path) {
    return path.getFileName().toString();
  }

  SiteFacts facts() {
    return new SiteFacts(
        own("assets.yml", Assets::load, Catalog::assets),
        own("calendar.yml", DutyCalendar::load, Catalog::calendar),
        own("exceptions.yml", Exceptions::load, Exceptions::none),
        own("indicators.csv", Indicators::load, Indicators::none));
  }

  /** Reads a file. */
  private interface Reading<T> {
    T of(Path file) throws IOException;
  }

  private <T> T own(String name, Reading<T> reading, Supplier<T> shipped) {
    Path own = file(name);
    try {
      return own == null ? shipped.get() : reading.of(own);
    } catch (IOException e) {
      throw new UncheckedIOException(own + " cannot be read", e);
    }
  }

  private @Nullable Path file(String name) {
    if (folder == null) {
      return null;
    }
    Path file = folder.resolve(name);
    return Files.exists(file) ? file : null;
  }
}
