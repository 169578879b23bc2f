package io.zhidun.stream.detect;

import io.zhidun.rules.Catalog;
import io.zhidun.rules.judge.Assets;
import io.zhidun.rules.judge.DutyCalendar;
import io.zhidun.rules.judge.Judge;
import io.zhidun.rules.judge.JudgeSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a site adds to the shipped knowledge of the judge.
 *
 * @param folder the site's folder, or null for the shipped knowledge alone
 */
record Site(@Nullable Path folder) {

  Judge judge() {
    List<JudgeSource> sources = new ArrayList<>(Catalog.judgeSources());
    Path own = file("judge");
    if (own != null) {
      sources.addAll(sources(own));
    }
    return Judge.compile(sources);
  }

  private static List<JudgeSource> sources(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<JudgeSource> sources = new ArrayList<>();
      for (Path file : files.filter(Site::isSource).sorted().toList()) {
        sources.add(new JudgeSource(file.toString(), Files.readString(file)));
      }
      return sources;
    } catch (IOException e) {
      throw new UncheckedIOException("folder " + folder + " cannot be read", e);
    }
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".drl") || file.toString().endsWith(".csv");
  }

  Assets assets() {
    Path own = file("assets.yml");
    try {
      return own == null ? Catalog.assets() : Assets.load(own);
    } catch (IOException e) {
      throw new UncheckedIOException("assets " + own + " cannot be read", e);
    }
  }

  DutyCalendar calendar() {
    Path own = file("calendar.yml");
    try {
      return own == null ? Catalog.calendar() : DutyCalendar.load(own);
    } catch (IOException e) {
      throw new UncheckedIOException("calendar " + own + " cannot be read", e);
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
