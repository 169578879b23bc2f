package io.zhidun.rules;

import io.zhidun.rules.judge.Assets;
import io.zhidun.rules.judge.DutyCalendar;
import io.zhidun.rules.judge.Exceptions;
import io.zhidun.rules.judge.Indicators;
import io.zhidun.rules.judge.Judge;
import io.zhidun.rules.judge.JudgeSource;
import io.zhidun.rules.judge.Profiles;
import io.zhidun.rules.judge.SiteFacts;
import io.zhidun.rules.sigma.Fault;
import io.zhidun.rules.sigma.FieldPipeline;
import io.zhidun.rules.sigma.Placeholders;
import io.zhidun.rules.sigma.RuleFaults;
import io.zhidun.rules.sigma.Site;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
 * The folder in which a site keeps what it adds to the shipped knowledge, each part optional:
 * {@code rules/}, {@code placeholders.yml}, {@code fields.yml}, {@code judge/}, {@code assets.yml},
 * {@code calendar.yml}, {@code exceptions.yml}, {@code indicators.csv}, {@code entities.csv}.
 *
 * @param folder the folder, which need not exist; null for the shipped knowledge alone
 */
public record SiteFolder(@Nullable Path folder) {
  /** The shipped knowledge alone. */
  public static final SiteFolder NONE = new SiteFolder(null);

  private static final long LARGEST = 16L << 20;

  /** All that {@code fields.yml} says where Sigma's names are those of ECS. */
  private static final String ECS = "ecs";

  /** The folder of a name; none where the name is empty. */
  public static SiteFolder of(String name) {
    return name.isEmpty() ? NONE : new SiteFolder(Path.of(name));
  }

  /**
   * What rules are read with: the lists of {@code placeholders.yml}, the names of {@code
   * fields.yml}.
   *
   * @throws RuleFaults with every fault of a file, each with its place
   */
  public Site sigma() {
    Path lists = file("placeholders.yml");
    Path names = file("fields.yml");
    return new Site(
        lists == null ? Placeholders.NONE : Placeholders.parse(lists.toString(), text(lists)),
        names == null ? FieldPipeline.NONE : pipeline(names));
  }

  private static FieldPipeline pipeline(Path file) {
    String text = text(file);
    return text.strip().equals(ECS)
        ? FieldPipeline.ecs()
        : FieldPipeline.parse(file.toString(), text);
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) <= LARGEST) {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw new RuleFaults(
          List.of(new Fault(file.toString(), 0, "", "cannot be read: " + e, false)));
    }
    throw new RuleFaults(
        List.of(new Fault(file.toString(), 0, "", "is larger than " + LARGEST + " bytes", false)));
  }

  /**
   * The rules of {@code rules/}, read with {@link #sigma}.
   *
   * @throws RuleFaults when any is wrong or unsupported, with all faults
   */
  public RuleSet rules() {
    Path rules = file("rules");
    return rules == null ? RuleSet.empty() : RuleSet.load(sigma(), rules);
  }

  /** A folder or file of the site, for whoever knows what to do with it; null where it has none. */
  public @Nullable Path file(String name) {
    if (folder == null) {
      return null;
    }
    Path file = folder.resolve(name);
    return Files.exists(file) ? file : null;
  }

  /**
   * The judge; a file of {@code judge/} stands in place of a shipped one with the same name.
   *
   * @throws RuleFaults with everything that the compiler said
   */
  public Judge judge() {
    Map<String, JudgeSource> sources = new LinkedHashMap<>();
    Catalog.judgeSources().forEach(source -> sources.put(lastPart(source.name()), source));
    Path own = file("judge");
    if (own != null) {
      sources(own).forEach(source -> sources.put(lastPart(source.name()), source));
    }
    return Judge.compile(List.copyOf(sources.values()));
  }

  private static String lastPart(String name) {
    return lastPart(Path.of(name));
  }

  private static String lastPart(Path path) {
    return String.valueOf(path.getFileName());
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

  /** What the site knows about itself, for judging. */
  public SiteFacts facts() {
    return new SiteFacts(
        own("assets.yml", Assets::load, Catalog::assets),
        own("calendar.yml", DutyCalendar::load, Catalog::calendar),
        own("exceptions.yml", Exceptions::load, Exceptions::none),
        own("indicators.csv", Indicators::load, Indicators::none),
        own("entities.csv", Profiles::load, Profiles::none));
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
}
