package io.zhidun.service.ruleset;

import io.zhidun.rules.RuleText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a site makes of the shipped catalogue. Immutable.
 *
 * @param texts the site's texts by rule id
 * @param disabled ids of shipped rules that do not run
 */
record SiteRules(SortedMap<String, SiteText> texts, SortedSet<String> disabled) {
  /** The catalogue as shipped. */
  static final SiteRules NONE = new SiteRules(new TreeMap<>(), new TreeSet<>());

  SiteRules {
    texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
    disabled = Collections.unmodifiableSortedSet(new TreeSet<>(disabled));
  }

  SiteRules with(Collection<Change> changes) {
    TreeMap<String, SiteText> newTexts = new TreeMap<>(texts);
    TreeSet<String> newDisabled = new TreeSet<>(disabled);
    for (Change change : changes) {
      switch (change.kind()) {
        case PUT -> newTexts.put(change.ruleId(), Objects.requireNonNull(change.text()));
        case REMOVE -> newTexts.remove(change.ruleId());
        case DISABLE -> newDisabled.add(change.ruleId());
        case ENABLE -> newDisabled.remove(change.ruleId());
      }
    }
    return new SiteRules(newTexts, newDisabled);
  }

  /** The changes that make {@code target} of this. */
  List<Change> changesTo(SiteRules target) {
    List<Change> changes = new ArrayList<>();
    target.texts.forEach(
        (id, text) -> {
          if (!text.equals(texts.get(id))) {
            changes.add(Change.put(id, text));
          }
        });
    minus(texts.keySet(), target.texts.keySet())
        .forEach(id -> changes.add(Change.of(Change.Kind.REMOVE, id)));
    minus(target.disabled, disabled).forEach(id -> changes.add(Change.of(Change.Kind.DISABLE, id)));
    minus(disabled, target.disabled).forEach(id -> changes.add(Change.of(Change.Kind.ENABLE, id)));
    return changes;
  }

  private static Set<String> minus(Set<String> from, Set<String> taken) {
    TreeSet<String> left = new TreeSet<>(from);
    left.removeAll(taken);
    return left;
  }

  /** Whether a rule is the same in both. */
  boolean agreesOn(String ruleId, SiteRules other) {
    return Objects.equals(texts.get(ruleId), other.texts.get(ruleId))
        && disabled.contains(ruleId) == other.disabled.contains(ruleId);
  }

  /** The texts as the engine takes them, by rule id; no two have the same path. */
  Map<String, RuleText> ruleTexts() {
    Map<String, RuleText> byId = new TreeMap<>();
    Set<String> paths = new HashSet<>();
    texts.forEach(
        (id, text) -> {
          String path = paths.add(text.path()) ? text.path() : id + "/" + text.path();
          byId.put(id, new RuleText(path, text.text()));
        });
    return byId;
  }
}
