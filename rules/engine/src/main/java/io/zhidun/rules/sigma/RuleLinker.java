package io.zhidun.rules.sigma;

import io.zhidun.events.Digests;
import io.zhidun.events.RuleReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Resolves what rules say about each other: references of correlations, versions (a correlation's
 * includes those of the rules it refers to), and which rules detect alone. Rules that cannot be
 * linked are left out and reported.
 */
public final class RuleLinker {
  /** Linking follows references by recursion, so a chain has an end. */
  private static final int LONGEST_CHAIN = 16;

  private final Map<String, RuleDraft> byId = new LinkedHashMap<>();
  private final Map<String, RuleDraft> byName = new HashMap<>();
  private final Map<String, Rule> linked = new LinkedHashMap<>();
  private final Regrouping regrouping = new Regrouping(linked::get);

  /** What is being linked, outermost first: who is met again refers to itself. */
  private final Map<String, RuleDraft> open = new LinkedHashMap<>();

  private final Set<String> failed = new HashSet<>();
  private final Map<String, List<FilterDraft>> filtersById = new HashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Boolean> generatedById = new HashMap<>();

  private RuleLinker() {}

  /**
   * @param rules what could be linked; referred rules stand before their correlations
   * @param faults why the others could not
   */
  public record Linked(List<Rule> rules, List<Fault> faults) {}

  public static Linked link(List<RuleDraft> drafts) {
    return link(drafts, List.of());
  }

  /**
   * @param filters applied to the rules that they name
   */
  public static Linked link(List<RuleDraft> drafts, List<FilterDraft> filters) {
    RuleLinker linker = new RuleLinker();
    drafts.forEach(linker::enter);
    filters.forEach(linker::enterFilter);
    linker.byId.values().forEach(linker::noteGenerated);
    linker.byId.values().forEach(linker::link);
    return new Linked(List.copyOf(linker.linked.values()), List.copyOf(linker.faults));
  }

  private void enter(RuleDraft draft) {
    RuleDraft twin = byId.putIfAbsent(draft.id(), draft);
    if (twin != null) {
      fault(draft, "id " + draft.id() + " is also that of " + twin.name() + " in " + twin.path());
      return;
    }
    if (!draft.named()) {
      byName.putIfAbsent(draft.name(), draft);
      return;
    }
    RuleDraft namesake = byName.put(draft.name(), draft);
    if (namesake != null && namesake.named()) {
      fault(draft, "name \"" + draft.name() + "\" is also used in " + namesake.path());
    }
  }

  private void enterFilter(FilterDraft filter) {
    for (String reference : filter.rules()) {
      RuleDraft target = find(reference);
      String refusal = null;
      if (target == null) {
        refusal = "filters rule \"" + reference + "\", which is not in the set";
      } else if (target.condition() == null) {
        refusal = "filters \"" + target.name() + "\", which is a correlation";
      } else if (!filter.covers(target.logSource())) {
        refusal = "filters \"" + target.name() + "\", whose logsource is not the filter's";
      }
      if (target == null || refusal != null) {
        faults.add(
            new Fault(filter.path(), filter.line(), filter.name(), String.valueOf(refusal), false));
      } else {
        filtersById.computeIfAbsent(target.id(), unused -> new ArrayList<>()).add(filter);
      }
    }
  }

  private void fault(RuleDraft draft, String message) {
    faults.add(new Fault(draft.path(), draft.line(), draft.name(), message, false));
  }

  private void unsupported(RuleDraft draft, String message) {
    faults.add(new Fault(draft.path(), draft.line(), draft.name(), message, true));
  }

  private void noteGenerated(RuleDraft draft) {
    Correlation correlation = draft.correlation();
    if (correlation == null) {
      return;
    }
    for (String reference : correlation.rules()) {
      RuleDraft target = find(reference);
      if (target != null) {
        generatedById.merge(target.id(), draft.generate(), Boolean::logicalOr);
      }
    }
  }

  private @Nullable RuleDraft find(String reference) {
    RuleDraft draft = byId.get(reference);
    return draft == null ? byName.get(reference) : draft;
  }

  private @Nullable Rule link(RuleDraft draft) {
    Rule known = linked.get(draft.id());
    if (known != null || failed.contains(draft.id())) {
      return known;
    }
    if (isEndless(draft)) {
      return null;
    }
    open.put(draft.id(), draft);
    Correlation correlation = draft.correlation();
    Rule rule = correlation == null ? rule(draft, null, "") : correlated(draft, correlation);
    open.remove(draft.id());
    if (rule == null) {
      failed.add(draft.id());
    } else {
      linked.put(draft.id(), rule);
    }
    return rule;
  }

  private boolean isEndless(RuleDraft draft) {
    if (open.containsKey(draft.id())) {
      failCircle(draft);
      return true;
    }
    if (open.size() > LONGEST_CHAIN) {
      unsupported(draft, "is referred to by a chain of over " + LONGEST_CHAIN + " correlations");
      failed.add(draft.id());
      return true;
    }
    return false;
  }

  private void failCircle(RuleDraft again) {
    List<RuleDraft> path = List.copyOf(open.values());
    List<RuleDraft> circle = path.subList(path.indexOf(again), path.size());
    String shown =
        Stream.concat(circle.stream(), Stream.of(again))
            .map(RuleDraft::name)
            .collect(Collectors.joining(" -> "));
    for (RuleDraft member : circle) {
      if (failed.add(member.id())) {
        fault(member, "correlations refer to each other in a circle: " + shown);
      }
    }
  }

  private @Nullable Rule correlated(RuleDraft draft, Correlation correlation) {
    int before = faults.size();
    List<Rule> targets = targets(draft, correlation);
    for (String reference : aliasedRules(correlation)) {
      if (find(reference) == null) {
        fault(draft, "has an alias for rule \"" + reference + "\", which is not in the set");
      }
    }
    if (targets.size() < correlation.rules().size() || faults.size() > before) {
      return null;
    }
    Correlation resolved = resolve(correlation, targets);
    regrouping.refusals(resolved, targets).forEach(refusal -> unsupported(draft, refusal));
    if (faults.size() > before) {
      return null;
    }
    StringBuilder versions = new StringBuilder();
    targets.forEach(target -> versions.append(target.id()).append(target.reference().version()));
    return rule(draft, resolved, versions.toString());
  }

  /** The rules referred to; fewer than written where some are missing, which is told. */
  private List<Rule> targets(RuleDraft draft, Correlation correlation) {
    Map<String, Rule> targets = new LinkedHashMap<>();
    for (String reference : correlation.rules()) {
      RuleDraft target = find(reference);
      if (target == null) {
        fault(draft, "refers to rule \"" + reference + "\", which is not in the set");
        continue;
      }
      Rule rule = link(target);
      if (rule != null && targets.put(rule.id(), rule) != null) {
        fault(draft, "refers to rule \"" + reference + "\" twice");
      } else if (rule == null && !failed.contains(draft.id())) {
        fault(draft, "refers to rule \"" + reference + "\", which cannot run");
      }
    }
    return List.copyOf(targets.values());
  }

  private static Set<String> aliasedRules(Correlation correlation) {
    Set<String> rules = new LinkedHashSet<>();
    correlation.aliases().values().forEach(byRule -> rules.addAll(byRule.keySet()));
    return rules;
  }

  private Correlation resolve(Correlation written, List<Rule> targets) {
    Map<String, Map<String, String>> aliases = new LinkedHashMap<>();
    written
        .aliases()
        .forEach(
            (alias, byRule) -> {
              Map<String, String> fields = new LinkedHashMap<>();
              byRule.forEach(
                  (reference, field) -> {
                    RuleDraft target = find(reference);
                    fields.put(target == null ? reference : target.id(), field);
                  });
              aliases.put(alias, Map.copyOf(fields));
            });
    return new Correlation(
        written.type(),
        targets.stream().map(Rule::id).toList(),
        written.groupBy(),
        aliases,
        written.timespan(),
        written.threshold(),
        written.valueFields(),
        written.percentile());
  }

  private Rule rule(RuleDraft draft, @Nullable Correlation correlation, String referred) {
    Boolean alone = draft.alone();
    boolean detectsAlone = alone == null ? generatedById.getOrDefault(draft.id(), true) : alone;
    Expression condition = draft.condition();
    StringBuilder substance = new StringBuilder(draft.substance()).append(referred);
    for (FilterDraft filter : filtersById.getOrDefault(draft.id(), List.of())) {
      condition = filter.applyTo(Objects.requireNonNull(condition));
      substance.append(filter.substance());
    }
    String version = Digests.of(substance.toString()).substring(0, 16);
    return new Rule(
        new RuleReference(draft.id(), draft.name(), version, draft.title()),
        draft.level(),
        draft.tags(),
        draft.logSource(),
        draft.guidance(),
        draft.recovery(),
        draft.groupBy(),
        condition,
        correlation,
        detectsAlone,
        draft.path());
  }
}
