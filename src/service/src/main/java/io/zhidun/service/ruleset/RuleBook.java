package io.zhidun.service.ruleset;

import io.zhidun.events.LiveRule;
import io.zhidun.events.LiveRuleSet;
import io.zhidun.rules.Catalog;
import io.zhidun.rules.RuleCases;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.RuleText;
import io.zhidun.rules.cases.CaseFile;
import io.zhidun.rules.cases.CaseResult;
import io.zhidun.rules.sigma.Correlation;
import io.zhidun.rules.sigma.Fault;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.rules.sigma.RuleFaults;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The shipped catalogue, and what becomes of it with a site's rules; the engine says what fits. */
@Component
class RuleBook {
  /** An event of a case takes some 6 KB. */
  static final int MOST_CASE_EVENTS = 5_000;

  private static final String SHIPPED = "catalog/";

  private final SiteKnowledge knowledge;
  private @Nullable Installed installed;

  RuleBook(SiteKnowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * What runs where nobody changed anything.
   *
   * @param catalog the shipped rules
   * @param rules those and the rules of the site's folder
   * @param own ids of the rules of the site's folder
   * @param faults what is wrong with the site's files, so that the stream would not begin
   */
  private record Installed(RuleSet catalog, RuleSet rules, Set<String> own, List<Fault> faults) {}

  /** Compiled with the first question: most starts need it late. */
  private synchronized Installed installed() {
    Installed known = installed;
    if (known == null) {
      known = install(RuleSet.catalog());
      installed = known;
    }
    return known;
  }

  private Installed install(RuleSet catalog) {
    RuleSet own = knowledge.rules();
    List<Fault> faults = new ArrayList<>(knowledge.faults());
    RuleSet rules = catalog;
    try {
      rules = own.rules().isEmpty() ? catalog : catalog.and(own);
    } catch (RuleFaults apart) {
      faults.addAll(apart.faults());
    }
    Set<String> ids = own.rules().stream().map(Rule::id).collect(Collectors.toSet());
    return new Installed(catalog, rules.at(knowledge.sigma()), ids, List.copyOf(faults));
  }

  /** The shipped rules. */
  RuleSet catalog() {
    return installed().catalog;
  }

  /** The shipped rules and those of the site's folder. */
  RuleSet rules() {
    return installed().rules;
  }

  /** Compiles a whole set. */
  RuleSet.Loaded load(SiteRules site) {
    Map<String, RuleText> texts = site.ruleTexts();
    RuleSet.Loaded loaded = rules().with(List.copyOf(texts.values()), site.disabled());
    List<Rule> written = written(loaded.rules().rules(), texts);
    return new RuleSet.Loaded(
        loaded.rules(), loaded.checks(), inInstallation(loaded.faults(), written));
  }

  private static List<Rule> written(List<Rule> rules, Map<String, RuleText> texts) {
    Set<String> paths = texts.values().stream().map(RuleText::path).collect(Collectors.toSet());
    return rules.stream().filter(rule -> paths.contains(rule.path())).toList();
  }

  /** What stands against a set, and what can be said of its texts, without compiling it. */
  RuleSet.Verdicts verdicts(SiteRules site) {
    RuleSet.Verdicts verdicts =
        rules().verdicts(List.copyOf(site.ruleTexts().values()), site.disabled());
    return new RuleSet.Verdicts(
        verdicts.rules(), verdicts.checks(), inInstallation(verdicts.faults(), verdicts.rules()));
  }

  /** With what the stream would say besides: it takes no text in place of a rule of the folder. */
  private List<Fault> inInstallation(List<Fault> faults, List<Rule> written) {
    List<Fault> all = new ArrayList<>(installed().faults);
    all.addAll(faults);
    for (Rule rule : written) {
      if (installed().own.contains(rule.id())) {
        String message = "id " + rule.id() + " is that of a rule in the site's folder";
        all.add(new Fault(rule.path(), 0, rule.name(), message, false));
      }
    }
    return List.copyOf(all);
  }

  /** Everything that stands against changing a set so. */
  List<Fault> faults(SiteRules base, List<Change> changes) {
    List<Fault> faults = new ArrayList<>();
    if (changes.isEmpty()) {
      faults.add(new Fault("", 0, "", "a proposal must change something", false));
    }
    Set<String> seen = new HashSet<>();
    for (Change change : changes) {
      if (!seen.add(change.ruleId() + (change.text() == null ? change.kind() : "text"))) {
        faults.add(fault(change, "is changed twice"));
      }
      String fault = fault(base, change);
      if (fault != null) {
        faults.add(fault(change, fault));
      }
    }
    needing(base, changes).forEach((change, rules) -> faults.add(fault(change, needed(rules))));
    faults.addAll(verdicts(base.with(changes)).faults());
    return faults;
  }

  private static String needed(List<Rule> rules) {
    String names =
        rules.stream()
            .map(rule -> rule.name() + " (" + rule.id() + ")")
            .collect(Collectors.joining(", "));
    return (rules.size() == 1 ? "is needed by correlation " : "is needed by correlations ")
        + names
        + ": switch "
        + (rules.size() == 1 ? "it" : "them")
        + " off in the same proposal, or leave the rule on";
  }

  /**
   * The correlations that would be left without a rule which a change takes away, and those that
   * need these in turn; without what the changes take away themselves.
   */
  Map<Change, List<Rule>> needing(SiteRules base, List<Change> changes) {
    List<Change> taking =
        changes.stream()
            .filter(change -> change.kind() == Change.Kind.DISABLE || isOwnRemoved(change))
            .toList();
    if (taking.isEmpty()) {
      return Map.of();
    }
    Set<String> changed = changes.stream().map(Change::ruleId).collect(Collectors.toSet());
    List<Rule> running = running(base);
    Map<Change, List<Rule>> needing = new LinkedHashMap<>();
    for (Change change : taking) {
      List<Rule> found = needing(change.ruleId(), running);
      found.removeIf(rule -> changed.contains(rule.id()));
      if (!found.isEmpty()) {
        needing.put(change, found);
      }
    }
    return needing;
  }

  /** A text that stands in no shipped rule's place leaves nothing behind. */
  private boolean isOwnRemoved(Change change) {
    return change.kind() == Change.Kind.REMOVE && shipped(change.ruleId()).isEmpty();
  }

  private List<Rule> running(SiteRules site) {
    List<Rule> running = new ArrayList<>(verdicts(site).rules());
    Set<String> gone = running.stream().map(Rule::id).collect(Collectors.toSet());
    gone.addAll(site.disabled());
    rules().rules().stream().filter(rule -> !gone.contains(rule.id())).forEach(running::add);
    return running;
  }

  private static List<Rule> needing(String ruleId, List<Rule> rules) {
    Set<String> gone = new HashSet<>(Set.of(ruleId));
    List<Rule> needing = new ArrayList<>();
    boolean more = true;
    while (more) {
      more = false;
      for (Rule rule : rules) {
        Correlation correlation = rule.correlation();
        if (correlation != null
            && correlation.rules().stream().anyMatch(gone::contains)
            && gone.add(rule.id())) {
          needing.add(rule);
          more = true;
        }
      }
    }
    return needing;
  }

  private static Fault fault(Change change, String message) {
    SiteText text = change.text();
    return new Fault(text == null ? "" : text.path(), 0, change.ruleId(), message, false);
  }

  private @Nullable String fault(SiteRules base, Change change) {
    String id = change.ruleId();
    return switch (change.kind()) {
      case PUT -> textFault(id, Objects.requireNonNull(change.text()).text());
      case REMOVE -> base.texts().containsKey(id) ? null : "the site has no such text";
      case DISABLE -> disableFault(base, id);
      case ENABLE -> base.disabled().contains(id) ? null : "is not switched off";
    };
  }

  private static @Nullable String textFault(String id, String text) {
    if (id.isEmpty() || id.equals(LiveRuleSet.KEY)) {
      return "holds no rule that can be named";
    }
    return text.length() > LiveRule.LONGEST
        ? "has more than " + LiveRule.LONGEST + " characters"
        : null;
  }

  private @Nullable String disableFault(SiteRules base, String id) {
    if (catalog().rule(id).filter(rule -> rule.id().equals(id)).isEmpty()) {
      return "is not a shipped rule";
    }
    return base.disabled().contains(id) ? "is switched off already" : null;
  }

  /**
   * Runs the cases that come with texts, through the set that the changes make.
   *
   * @throws RuleFaults when that set cannot be compiled
   */
  List<CaseResult> cases(SiteRules base, Collection<Change> changes) {
    List<Change> withCases =
        changes.stream()
            .filter(change -> change.text() != null && !change.text().cases().isEmpty())
            .toList();
    if (withCases.isEmpty()) {
      return List.of();
    }
    SiteRules site = base.with(changes);
    RuleSet.Loaded loaded = load(site);
    if (!loaded.faults().isEmpty()) {
      throw new RuleFaults(loaded.faults());
    }
    Map<String, RuleText> texts = site.ruleTexts();
    List<CaseResult> results = new ArrayList<>();
    for (Change change : withCases) {
      String path = Objects.requireNonNull(texts.get(change.ruleId())).path();
      String cases = Objects.requireNonNull(change.text()).cases();
      results.addAll(
          RuleCases.run(loaded.rules(), path, CaseFile.nameFor(path), cases, MOST_CASE_EVENTS));
    }
    return results;
  }

  /** The text a shipped rule stands in, with its cases, ready to be edited. */
  Optional<SiteText> shipped(String ruleId) {
    return catalog()
        .rule(ruleId)
        .map(Rule::path)
        .filter(path -> path.startsWith(SHIPPED))
        .map(path -> path.substring(SHIPPED.length()))
        .map(file -> new SiteText(file, Catalog.text(file), Catalog.text(CaseFile.nameFor(file))));
  }
}
