package io.zhidun.stream.detect;

import io.zhidun.rules.RuleSet;
import io.zhidun.rules.SiteFolder;
import io.zhidun.rules.judge.Judge;
import io.zhidun.rules.judge.SiteFacts;
import io.zhidun.rules.sigma.RuleFaults;
import io.zhidun.rules.sigma.RuleFile;
import io.zhidun.rules.sigma.Site;
import io.zhidun.stream.normalize.Formats;
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
  private final Site sigma;
  private final CompletableFuture<Judge> judge;
  private final SiteFacts facts;

  private Knowledge(Formats formats, SiteFolder site) {
    this.formats = formats;
    this.sigma = site.sigma();
    this.catalog = RuleSet.catalog();
    this.own = site.rules();
    this.rules = own.rules().isEmpty() ? catalog : catalog.and(own);
    this.judge = CompletableFuture.supplyAsync(site::judge);
    this.facts = site.facts();
  }

  /**
   * What a site knows: the shipped catalogue and, where {@code folder} is not empty, the site's own
   * beside it.
   *
   * @param folder a {@link SiteFolder}, with {@code formats/} beside
   */
  public static Knowledge of(String folder) {
    return BY_SITE.computeIfAbsent(folder, Knowledge::load);
  }

  private static Knowledge load(String folder) {
    SiteFolder site = SiteFolder.of(folder);
    Path formats = site.file("formats");
    return new Knowledge(formats == null ? Formats.shipped() : Formats.withFolder(formats), site);
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

  /** What the texts of live sets are read with: the site's lists and names of fields. */
  Site sigma() {
    return sigma;
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
