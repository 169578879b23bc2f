package io.zhidun.service.ruleset;

import io.zhidun.events.LogSource;
import io.zhidun.rules.sigma.Correlation;
import io.zhidun.rules.sigma.Expression;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.service.event.StoredEvents;
import io.zhidun.service.event.StoredEvents.Question;
import io.zhidun.stream.normalize.Formats;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;

/**
 * Whether a rule can ever fire here: which kinds of log, and which of its fields, came in during
 * the last days. Every question to the search store ends at its first hit.
 */
@Service
class FieldCoverage {
  private static final Logger log = LoggerFactory.getLogger(FieldCoverage.class);
  private static final Duration BACK = Duration.ofDays(7);
  private static final int MOST_RULES = 50;
  private static final int MOST_FIELDS = 200;

  private final StoredEvents store;
  private final Clock clock;
  private final SiteKnowledge site;

  FieldCoverage(@Lazy StoredEvents store, SiteKnowledge site, Clock clock) {
    this.store = store;
    this.site = site;
    this.clock = clock;
  }

  /**
   * @param answered false where the search store could not be asked
   * @param since from when on events were looked for
   */
  record Coverage(boolean answered, Instant since, List<OfRule> rules) {}

  /**
   * What is missing for one rule.
   *
   * @param formats formats whose events the rule reads and that came in
   * @param logSourceSeen whether any event came in that the rule reads
   * @param missingFields fields that no event of the installation had
   */
  record OfRule(
      String id,
      String name,
      LogSource logSource,
      List<String> formats,
      boolean logSourceSeen,
      List<String> missingFields) {}

  Coverage of(Collection<Rule> rules) {
    Instant since = clock.instant().minus(BACK);
    List<Rule> asked = rules.stream().limit(MOST_RULES).toList();
    try {
      return new Coverage(true, since, answer(asked, since));
    } catch (IOException e) {
      log.debug("coverage cannot be asked for", e);
      return new Coverage(false, since, List.of());
    }
  }

  private List<OfRule> answer(List<Rule> rules, Instant since) throws IOException {
    Set<String> seenFormats = seenFormats(since);
    Set<String> missing = missingFields(rules, since);
    List<OfRule> answers = new ArrayList<>();
    for (Rule rule : rules) {
      List<String> reads = new ArrayList<>();
      site.formats()
          .logSources()
          .forEach(
              (name, source) -> {
                if (seenFormats.contains(name) && rule.logSource().reads(source)) {
                  reads.add(name);
                }
              });
      List<String> absent = fields(rule).stream().filter(missing::contains).toList();
      answers.add(
          new OfRule(rule.id(), rule.name(), rule.logSource(), reads, !reads.isEmpty(), absent));
    }
    return answers;
  }

  private Set<String> seenFormats(Instant since) throws IOException {
    Formats formats = site.formats();
    Map<String, List<String>> programs = formats.programs();
    List<String> names = new ArrayList<>();
    List<List<Question>> questions = new ArrayList<>();
    programs.forEach(
        (name, ofFormat) -> {
          names.add(name);
          questions.add(List.of(new Question("event.dataset", List.of(name))));
          if (!ofFormat.isEmpty()) {
            names.add(name);
            questions.add(
                List.of(
                    new Question("event.dataset", formats.mixed()),
                    new Question("process.name", ofFormat)));
          }
        });
    return held(names, store.any(questions, since), true);
  }

  private Set<String> missingFields(List<Rule> rules, Instant since) throws IOException {
    Set<String> fields = new TreeSet<>();
    rules.forEach(rule -> fields.addAll(fields(rule)));
    List<String> asked = fields.stream().limit(MOST_FIELDS).toList();
    List<List<Question>> questions =
        asked.stream().map(field -> List.of(new Question(field, List.of()))).toList();
    return held(asked, store.any(questions, since), false);
  }

  private static Set<String> held(List<String> names, List<Boolean> answers, boolean wanted) {
    Set<String> held = new LinkedHashSet<>();
    for (int i = 0; i < names.size(); i++) {
      if (answers.get(i) == wanted) {
        held.add(names.get(i));
      }
    }
    return held;
  }

  /** The fields that decide whether a rule fires. */
  private static Set<String> fields(Rule rule) {
    Map<String, Boolean> fields = new LinkedHashMap<>();
    Expression condition = rule.condition();
    if (condition != null) {
      condition.atoms(atom -> fields.put(atom.field(), true));
    }
    Correlation correlation = rule.correlation();
    if (correlation != null) {
      for (String name : correlation.groupBy()) {
        correlation.rules().forEach(of -> fields.put(correlation.fieldFor(name, of), true));
      }
      for (String name : correlation.valueFields()) {
        correlation.rules().forEach(of -> fields.put(correlation.fieldFor(name, of), true));
      }
    }
    fields.remove("");
    return fields.keySet();
  }
}
