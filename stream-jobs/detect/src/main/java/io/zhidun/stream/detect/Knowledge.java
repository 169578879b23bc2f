package io.zhidun.stream.detect;

import io.zhidun.rules.RuleSet;
import io.zhidun.rules.judge.Judge;
import io.zhidun.rules.judge.SiteFacts;
import io.zhidun.rules.sigma.RuleFaults;
import io.zhidun.rules.sigma.RuleFile;
import io.zhidun.stream.normalize.Formats;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the job knows: formats, rules and the judge, compiled once per process and shared by its
 * subtasks. The judge is compiled beside the stream: only the first detection may have to wait.
 */
public final class Knowledge {
  private static final Map<String, Knowledge> BY_SITE = new ConcurrentHashMap<>();

  private final Formats formats;
  private final RuleSet catalog;
  private final RuleSet own;
  private final RuleSet rules;
  private final CompletableFuture<Judge> judge;
  private final SiteFacts facts;

  private Knowledge(Formats formats, RuleSet catalog, RuleSet own, Site site) {
    this.formats = formats;
    this.catalog = catalog;
    this.own = own;
    this.rules = own.rules().isEmpty() ? catalog : catalog.and(own);
    this.judge = CompletableFuture.supplyAsync(site::judge);
    this.facts = site.facts();
  }

  /**
   * What a site knows: the shipped catalogue and, where {@code folder} is not empty, the site's own
   * beside it.
   *
   * @param folder holds {@code formats/}, {@code rules/}, {@code judge/}, {@code assets.yml},
   *     {@code calendar.yml}, {@code exceptions.yml} and {@code indicators.csv}, each optional
   */
  public static Knowledge of(String folder) {
    return BY_SITE.computeIfAbsent(folder, Knowledge::load);
  }

  private static Knowledge load(String folder) {
    Path own = Path.of(folder);
    boolean hasOwn = !folder.isEmpty();
    Path formats = own.resolve("formats");
    Path rules = own.resolve("rules");
    return new Knowledge(
        hasOwn && Files.isDirectory(formats) ? Formats.withFolder(formats) : Formats.shipped(),
        RuleSet.catalog(),
        hasOwn && Files.isDirectory(rules) ? RuleSet.load(rules) : RuleSet.empty(),
        new Site(hasOwn ? own : null));
  }

  public Formats formats() {
    return formats;
  }

  /** The rules that are installed: the catalogue and those of the site's folder. */
  public RuleSet rules() {
    return rules;
  }

  /**
   * The installed rules without what a live set switches off or replaces, and its texts.
   *
   * @param before the rules that run now
   * @throws RuleFaults when they do not go together
   */
  RuleSet exchanged(Set<String> disabled, List<RuleFile> texts, RuleSet before) {
    return catalog.exchanged(disabled, texts, own, before);
  }

  /** The judge; waits for its compilation where that is not done yet. */
  public Judge judge() {
    return judge.join();
  }

  /** What the site knows about itself, for judging. */
  public SiteFacts facts() {
    return facts;
  }
}
