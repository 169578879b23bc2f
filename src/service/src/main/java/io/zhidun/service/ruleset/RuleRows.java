package io.zhidun.service.ruleset;

import com.fasterxml.jackson.annotation.JsonValue;
import io.zhidun.events.BilingualText;
import io.zhidun.events.Severity;
import io.zhidun.rules.sigma.Correlation;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.service.alert.RuleHits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rules of a set, shipped and the site's, with what they found so far. */
@Component
class RuleRows {
  private final RuleBook book;
  private final RuleHits hits;

  RuleRows(RuleBook book, RuleHits hits) {
    this.book = book;
    this.hits = hits;
  }

  /** Where a rule comes from. */
  enum Origin {
    SHIPPED,
    SITE,
    /** The site's text in place of a shipped one. */
    REPLACED;

    @JsonValue
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A rule as the list shows it.
   *
   * @param textId id of the text that it stands in, for changing or removing it
   * @param type {@code event} for a rule on single events, else the Sigma correlation type
   * @param detects false for a rule that only correlations refer to
   * @param enabled false for a shipped rule that is switched off
   * @param alerts how many alerts it made that are still stored
   * @param detections how many detections those gathered
   * @param lastHit time of the last detection, or null
   */
  record Row(
      String id,
      String textId,
      String name,
      String version,
      BilingualText title,
      Severity level,
      String type,
      List<String> tags,
      boolean detects,
      Origin origin,
      boolean enabled,
      long alerts,
      long detections,
      @Nullable Instant lastHit) {}

  List<Row> of(SiteRules site) {
    Map<String, RuleHits.Hits> found = hits.byRule();
    Map<String, Row> rows = new HashMap<>();
    for (Rule rule : book.catalog().rules()) {
      boolean enabled = !site.disabled().contains(rule.id());
      rows.put(rule.id(), row(rule, rule.id(), Origin.SHIPPED, enabled, found));
    }
    Map<String, String> textIds = new HashMap<>();
    site.ruleTexts().forEach((id, text) -> textIds.put(text.path(), id));
    for (Rule rule : book.verdicts(site).rules()) {
      Origin origin = rows.containsKey(rule.id()) ? Origin.REPLACED : Origin.SITE;
      String textId = textIds.getOrDefault(rule.path(), rule.id());
      rows.put(rule.id(), row(rule, textId, origin, true, found));
    }
    List<Row> all = new ArrayList<>(rows.values());
    all.sort(Comparator.comparing(Row::name));
    return all;
  }

  private static Row row(
      Rule rule, String textId, Origin origin, boolean enabled, Map<String, RuleHits.Hits> found) {
    Correlation correlation = rule.correlation();
    RuleHits.Hits own = found.getOrDefault(rule.id(), RuleHits.Hits.NONE);
    return new Row(
        rule.id(),
        textId,
        rule.name(),
        rule.reference().version(),
        rule.reference().title(),
        rule.level(),
        correlation == null ? "event" : correlation.type().label(),
        rule.tags(),
        rule.detectsAlone(),
        origin,
        enabled,
        own.alerts(),
        own.detections(),
        own.last());
  }

  /** The text that a rule stands in: the site's, else the shipped one. */
  Optional<SiteText> text(SiteRules site, String ruleId) {
    SiteText own = site.texts().get(ruleId);
    if (own != null) {
      return Optional.of(own);
    }
    for (Rule rule : book.verdicts(site).rules()) {
      if (rule.id().equals(ruleId)) {
        return site.ruleTexts().entrySet().stream()
            .filter(entry -> entry.getValue().path().equals(rule.path()))
            .findFirst()
            .map(entry -> site.texts().get(entry.getKey()));
      }
    }
    return book.shipped(ruleId);
  }
}
