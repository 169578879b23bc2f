package io.zhidun.rules;

import io.zhidun.rules.cases.CaseFile;
import io.zhidun.rules.judge.Assets;
import io.zhidun.rules.judge.DutyCalendar;
import io.zhidun.rules.judge.JudgeSource;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.rules.sigma.RuleFile;
import io.zhidun.rules.sigma.RuleParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The files of the catalogue on the class path. A class path cannot be listed, so the catalogue
 * carries an index of its files.
 */
public final class Catalog {
  private static final String ROOT = "/io/zhidun/catalog/";
  private static final String PREFIX = "catalog/";
  private static final String INDEX = "index.txt";

  private Catalog() {}

  /** Paths of all files, relative to the catalogue's root; empty without a catalogue. */
  public static List<String> files() {
    if (Catalog.class.getResource(ROOT + INDEX) == null) {
      return List.of();
    }
    return text(INDEX).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  /**
   * A file's text.
   *
   * @throws IllegalArgumentException when the catalogue has no such file
   */
  public static String text(String path) {
    try (InputStream in = Catalog.class.getResourceAsStream(ROOT + path)) {
      if (in == null) {
        throw new IllegalArgumentException("the catalogue has no file " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("catalogue file " + path, e);
    }
  }

  /** What the shipped judge decides by. */
  public static List<JudgeSource> judgeSources() {
    return files().stream()
        .filter(path -> path.startsWith("judge/"))
        .filter(JudgeSource::accepts)
        .map(path -> new JudgeSource(path, text(path)))
        .toList();
  }

  /** The shipped list of assets: those of the simulated systems. */
  public static Assets assets() {
    return Assets.parse("catalog/judge/assets.yml", text("judge/assets.yml"));
  }

  /** The shipped duty calendar. */
  public static DutyCalendar calendar() {
    return DutyCalendar.parse("catalog/judge/calendar.yml", text("judge/calendar.yml"));
  }

  /** The rule files; one without enough cases is at fault. */
  static RuleFiles ruleFiles() {
    List<RuleFile> files = new ArrayList<>();
    for (String path : files()) {
      if (isRuleFile(path)) {
        RuleFile file = RuleParser.parse("catalog/" + path, text(path));
        String fault = caseFault(path);
        files.add(fault == null ? file : file.with(fault));
      }
    }
    return new RuleFiles(files);
  }

  /** The cases of the shipped file that a rule came from; empty for a rule from elsewhere. */
  public static Optional<CaseFile> cases(Rule rule) {
    if (!rule.path().startsWith(PREFIX)) {
      return Optional.empty();
    }
    String path = CaseFile.nameFor(rule.path().substring(PREFIX.length()));
    return files().contains(path)
        ? Optional.of(CaseFile.parse(PREFIX + path, text(path)))
        : Optional.empty();
  }

  private static boolean isRuleFile(String path) {
    boolean rules = path.startsWith("sigma/") || path.startsWith("correlation/");
    return rules && path.endsWith(".yml") && !path.endsWith(".cases.yml");
  }

  private static @Nullable String caseFault(String path) {
    try {
      String cases = CaseFile.nameFor(path);
      return CaseFile.parse(cases, text(cases)).shortage();
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }
}
