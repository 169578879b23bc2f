package io.zhidun.rules;

import io.zhidun.events.Digests;
import io.zhidun.events.FieldNames;
import io.zhidun.events.LogSource;
import io.zhidun.rules.correlate.Correlator;
import io.zhidun.rules.explain.Detector;
import io.zhidun.rules.match.CompiledRules;
import io.zhidun.rules.match.EventMatcher;
import io.zhidun.rules.sigma.Correlation;
import io.zhidun.rules.sigma.Fault;
import io.zhidun.rules.sigma.FilterDraft;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.rules.sigma.RuleCheck;
import io.zhidun.rules.sigma.RuleDraft;
import io.zhidun.rules.sigma.RuleFaults;
import io.zhidun.rules.sigma.RuleFile;
import io.zhidun.rules.sigma.RuleLinker;
import io.zhidun.rules.sigma.Site;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rules that run together, checked, linked and compiled. Immutable and safe for all threads; what a
 * thread needs of its own it gets from {@link #newMatcher}.
 */
public final class RuleSet {
  /** All texts of a set together, in characters; more than ten times what SigmaHQ publishes. */
  public static final long LARGEST = 50L << 20;

  private final List<RuleDraft> drafts;
  private final List<FilterDraft> filters;
  private final List<Rule> rules;
  private final Map<String, Rule> byKey;
  private final CompiledRules compiled;
  private final Correlator correlator;
  private final String version;
  private final Site site;

  private RuleSet(Site site, List<RuleDraft> drafts, List<FilterDraft> filters, List<Rule> rules) {
    this(site, drafts, filters, rules, null);
  }

  /** The same rules; only what is read beside them is read otherwise. */
  private RuleSet(RuleSet same, Site site) {
    this.site = site;
    this.drafts = same.drafts;
    this.filters = same.filters;
    this.rules = same.rules;
    this.byKey = same.byKey;
    this.compiled = same.compiled;
    this.correlator = same.correlator;
    this.version = same.version;
  }

  private RuleSet(
      Site site,
      List<RuleDraft> drafts,
      List<FilterDraft> filters,
      List<Rule> rules,
      @Nullable RuleSet before) {
    this.site = site;
    this.drafts = List.copyOf(drafts);
    this.filters = List.copyOf(filters);
    this.rules = List.copyOf(rules);
    this.byKey = new HashMap<>();
    for (Rule rule : rules) {
      byKey.putIfAbsent(rule.name(), rule);
    }
    for (Rule rule : rules) {
      byKey.put(rule.id(), rule);
    }
    // Names met in data are only looked up: all that rules will ask for must be entered before.
    rules.forEach(rule -> Detector.fields(rule).forEach(FieldNames::id));
    this.compiled = CompiledRules.compile(rules);
    this.correlator = new Correlator(rules, before == null ? null : before.correlator);
    this.version =
        Digests.of(
            rules.stream().map(RuleSet::decisive).sorted().collect(Collectors.joining("\n")));
  }

  /** All of a rule that a detection of it shows or is decided by. */
  private static String decisive(Rule rule) {
    return String.join(
        "\u0000",
        rule.id(),
        rule.reference().version(),
        rule.reference().toString(),
        rule.level().label(),
        rule.tags().toString(),
        rule.guidance().toString(),
        rule.recovery().toString(),
        rule.groupBy().toString(),
        Boolean.toString(rule.detectsAlone()));
  }

  /**
   * Loads files, or folders of {@code *.yml}; siblings named {@code *.cases.yml} are left out.
   *
   * @throws RuleFaults when any rule is wrong or unsupported, with all faults
   */
  public static RuleSet load(Path... paths) {
    Loaded loaded = read(paths);
    if (!loaded.faults().isEmpty()) {
      throw new RuleFaults(loaded.faults());
    }
    return loaded.rules();
  }

  /**
   * The same for a site.
   *
   * @throws RuleFaults when any rule is wrong or unsupported there, with all faults
   */
  public static RuleSet load(Site site, Path... paths) {
    Loaded loaded = read(site, paths);
    if (!loaded.faults().isEmpty()) {
      throw new RuleFaults(loaded.faults());
    }
    return loaded.rules();
  }

  /** Loads what can run and says of each rule whether it does, and why not. */
  public static Loaded read(Path... paths) {
    return read(Site.UNKNOWN, paths);
  }

  /** The same with what the site adds to rules. */
  public static Loaded read(Site site, Path... paths) {
    return link(site, List.of(), List.of(), RuleFiles.read(site, paths));
  }

  /** The verdict on each rule of files and folders, without keeping them. */
  public static List<RuleCheck> check(Path... paths) {
    return read(paths).checks();
  }

  /**
   * The shipped catalogue, from the class path.
   *
   * @throws RuleFaults when it is broken
   */
  public static RuleSet catalog() {
    Loaded loaded = link(Site.UNKNOWN, List.of(), List.of(), Catalog.ruleFiles());
    if (!loaded.faults().isEmpty()) {
      throw new RuleFaults(loaded.faults());
    }
    return loaded.rules();
  }

  /** A set without rules. */
  public static RuleSet empty() {
    return new RuleSet(Site.UNKNOWN, List.of(), List.of(), List.of());
  }

  /**
   * The same rules, beside or in place of which others are read for a site: with its lists, under
   * its names. The rules of this set stay as they were read.
   */
  public RuleSet at(Site here) {
    return new RuleSet(this, here);
  }

  /**
   * This set and another.
   *
   * @throws RuleFaults when they do not go together
   */
  public RuleSet and(RuleSet more) {
    List<RuleDraft> all = new ArrayList<>(drafts);
    all.addAll(more.drafts);
    List<FilterDraft> allFilters = new ArrayList<>(filters);
    allFilters.addAll(more.filters);
    RuleLinker.Linked linked = RuleLinker.link(all, allFilters);
    if (!linked.faults().isEmpty()) {
      throw new RuleFaults(linked.faults());
    }
    return new RuleSet(site, all, allFilters, linked.rules());
  }

  /**
   * A site's rules in this set's place: this set without what is switched off and without what the
   * site's files replace by rules of the same ids, the files, and a set beside. Correlations that
   * are the same before and after keep their groups.
   *
   * @param disabled ids of rules of this set that do not run
   * @param beside rules that are neither switched off nor replaced
   * @param before the set that runs now
   * @throws RuleFaults with everything that stands against it; then nothing was compiled
   */
  public RuleSet exchanged(
      Set<String> disabled, List<RuleFile> files, RuleSet beside, RuleSet before) {
    RuleFiles own = new RuleFiles(files);
    List<RuleDraft> all = remaining(own, disabled);
    all.addAll(beside.drafts);
    all.addAll(own.drafts());
    List<FilterDraft> allFilters = filtersWith(own);
    allFilters.addAll(beside.filters);
    RuleLinker.Linked linked = RuleLinker.link(all, allFilters);
    List<Fault> faults = new ArrayList<>(own.faults());
    faults.addAll(linked.faults());
    if (!faults.isEmpty()) {
      throw new RuleFaults(faults);
    }
    return new RuleSet(site, all, allFilters, linked.rules(), before);
  }

  /** Loads more rules, which may refer to those of this set. */
  public Loaded with(Path... paths) {
    return link(site, drafts, filters, RuleFiles.read(site, paths));
  }

  /** Loads rule files that lie in memory. */
  public static Loaded of(List<RuleText> texts) {
    return link(Site.UNKNOWN, List.of(), List.of(), RuleFiles.of(Site.UNKNOWN, texts));
  }

  /**
   * Loads this set without some of its rules, and with texts in place of the rules that have their
   * ids, or beside the others. What does not detect alone here, since correlations refer to it,
   * does not begin to when those go.
   *
   * @param without ids of rules of this set; unknown ones are ignored
   */
  public Loaded with(List<RuleText> texts, Set<String> without) {
    RuleFiles files = RuleFiles.of(site, texts);
    return link(site, remaining(files, without), filters, files);
  }

  /** Loads files and folders in place of the rules that have their ids, or beside the others. */
  public Loaded replaced(Path... paths) {
    RuleFiles files = RuleFiles.read(site, paths);
    return link(site, remaining(files, Set.of()), filters, files);
  }

  /**
   * This set without the rules that have nothing to do with some: what they refer to stays, and
   * what refers to them, so that they do what they do in the whole set at a part of its cost.
   *
   * @param ids rules of interest; unknown ones are ignored
   */
  public RuleSet around(Set<String> ids) {
    Set<String> needed = new HashSet<>(ids);
    for (Rule rule : rules) {
      Correlation correlation = rule.correlation();
      if (correlation != null && correlation.rules().stream().anyMatch(ids::contains)) {
        needed.add(rule.id());
      }
    }
    // Referred rules stand before their correlations, so one walk from the end finds all.
    for (int i = rules.size() - 1; i >= 0; i--) {
      Correlation correlation = rules.get(i).correlation();
      if (correlation != null && needed.contains(rules.get(i).id())) {
        needed.addAll(correlation.rules());
      }
    }
    List<RuleDraft> around = new ArrayList<>();
    for (RuleDraft draft : drafts) {
      Rule rule = byKey.get(draft.id());
      if (rule != null && needed.contains(rule.id())) {
        around.add(rule.detectsAlone() ? draft : draft.silent());
      }
    }
    return new RuleSet(site, around, filters, RuleLinker.link(around, filters).rules());
  }

  /** The verdicts that {@link #with(List, Set)} would give, without the cost of compiling. */
  public Verdicts verdicts(List<RuleText> texts, Set<String> without) {
    RuleFiles files = RuleFiles.of(site, texts);
    List<RuleDraft> all = remaining(files, without);
    all.addAll(files.drafts());
    RuleLinker.Linked linked = RuleLinker.link(all, filtersWith(files));
    List<Fault> faults = new ArrayList<>(files.faults());
    faults.addAll(linked.faults());
    Set<String> ids = files.drafts().stream().map(RuleDraft::id).collect(Collectors.toSet());
    return new Verdicts(
        linked.rules().stream().filter(rule -> ids.contains(rule.id())).toList(),
        files.checksWith(linked.faults()),
        List.copyOf(faults));
  }

  private List<FilterDraft> filtersWith(RuleFiles files) {
    List<FilterDraft> all = new ArrayList<>(filters);
    all.addAll(files.filters());
    return all;
  }

  private List<RuleDraft> remaining(RuleFiles files, Set<String> without) {
    Set<String> gone = new HashSet<>(without);
    files.drafts().forEach(draft -> gone.add(draft.id()));
    List<RuleDraft> remaining = new ArrayList<>();
    for (RuleDraft draft : drafts) {
      if (!gone.contains(draft.id())) {
        Rule rule = byKey.get(draft.id());
        remaining.add(rule == null || rule.detectsAlone() ? draft : draft.silent());
      }
    }
    return remaining;
  }

  private static Loaded link(
      Site site, List<RuleDraft> known, List<FilterDraft> knownFilters, RuleFiles files) {
    List<RuleDraft> all = new ArrayList<>(known);
    all.addAll(files.drafts());
    List<FilterDraft> filters = new ArrayList<>(knownFilters);
    filters.addAll(files.filters());
    RuleLinker.Linked linked = RuleLinker.link(all, filters);
    List<Fault> faults = new ArrayList<>(files.faults());
    faults.addAll(linked.faults());
    return new Loaded(
        new RuleSet(site, all, filters, linked.rules()),
        files.checksWith(linked.faults()),
        List.copyOf(faults));
  }

  /**
   * What loading gave.
   *
   * @param rules all that can run
   * @param checks one entry a rule
   * @param faults everything that stands against the others
   */
  public record Loaded(RuleSet rules, List<RuleCheck> checks, List<Fault> faults) {}

  /**
   * What can be said of texts before they run.
   *
   * @param rules those of the texts that can run
   * @param checks one entry a rule of the texts
   * @param faults everything that stands against texts and remaining rules
   */
  public record Verdicts(List<Rule> rules, List<RuleCheck> checks, List<Fault> faults) {}

  /** Changes when, and only when, the set may detect or say something else. */
  public String version() {
    return version;
  }

  /** All rules; referred ones stand before their correlations. */
  public List<Rule> rules() {
    return rules;
  }

  /** The rule with an id or a name. */
  public Optional<Rule> rule(String idOrName) {
    return Optional.ofNullable(byKey.get(idOrName));
  }

  /** Builds the index for kinds of log ahead of their first event, which else waits for it. */
  public void prepare(Iterable<LogSource> logSources) {
    logSources.forEach(compiled::prepare);
  }

  /** Builds the indexes that another set has by now, and that of logs of unknown kind. */
  public void prepareAs(RuleSet other) {
    compiled.prepare(LogSource.ANY);
    prepare(other.compiled.prepared());
  }

  /** A matcher for one thread. */
  public EventMatcher newMatcher() {
    return new EventMatcher(compiled);
  }

  /** The correlations; one for all threads, with one set of counters. */
  public Correlator correlator() {
    return correlator;
  }
}
