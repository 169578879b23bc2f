package io.zhidun.stream.detect;

import io.zhidun.events.LiveRuleSet;
import io.zhidun.events.RuleReference;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.correlate.Correlator;
import io.zhidun.rules.sigma.Fault;
import io.zhidun.rules.sigma.Guidance;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.rules.sigma.RuleFaults;
import io.zhidun.rules.sigma.RuleFile;
import io.zhidun.stream.core.StreamMetrics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules that run, one for all subtasks of a process. A set that arrives is compiled on the
 * thread that brings it; subtasks see it when it is ready and take it between two records. A set
 * that does not compile is refused as a whole, and the one before goes on. Safe for all threads.
 */
final class LiveRules {
  /** How long a start, or a hit from another process, waits for the set it needs. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Sets whose hits may still be on their way; older ones are of use to nobody. */
  private static final int MOST_RECENT = 4;

  private static final Logger LOG = LoggerFactory.getLogger(LiveRules.class);
  private static final Map<RuleSource, LiveRules> BY_SOURCE = new ConcurrentHashMap<>();

  private final Knowledge knowledge;
  private final Duration patience;
  private volatile NumberedRules newest;
  private final NavigableMap<Long, Correlator> recent = new TreeMap<>();

  /** Held while a set is compiled: one after the other, each on the one before. */
  private final Object compiling = new Object();

  private boolean caughtUp;

  private LiveRules(Knowledge knowledge, Duration patience) {
    this.knowledge = knowledge;
    this.patience = patience;
    this.newest = new NumberedRules(KeptRules.NONE, knowledge.rules());
    recent.put(0L, newest.rules().correlator());
  }

  /** The rules of a source; the first call begins to follow its topic. */
  static LiveRules of(RuleSource source) {
    return of(source, PATIENCE);
  }

  static LiveRules of(RuleSource source, Duration patience) {
    return BY_SOURCE.computeIfAbsent(source, absent -> follow(absent, patience));
  }

  private static LiveRules follow(RuleSource source, Duration patience) {
    LiveRules rules = new LiveRules(Knowledge.of(source.site()), patience);
    if (source.kafka().isEmpty()) {
      rules.caughtUp();
    } else {
      RuleFeed.start(source.kafka(), rules);
    }
    return rules;
  }

  /** The newest compiled set. Cheap enough to be asked for every record. */
  NumberedRules newest() {
    return newest;
  }

  /** Compiles a set and makes it the newest, or refuses it. */
  void offer(LiveRuleSet set, RuleTexts texts) {
    synchronized (compiling) {
      NumberedRules before = newest;
      if (set.number() > before.number()) {
        compile(set, texts, before);
      } else if (set.number() < before.number()) {
        LOG.warn("rule set {} came after {} and is not taken", set.number(), before.number());
      }
    }
  }

  private void compile(LiveRuleSet set, RuleTexts texts, NumberedRules before) {
    long start = System.nanoTime();
    try {
      List<RuleFile> files = texts.filesOf(set, knowledge.sigma());
      RuleSet rules = knowledge.exchanged(set.disabled(), files, before.rules());
      rules.prepareAs(before.rules());
      publish(new NumberedRules(texts.keep(set), rules));
      LOG.info(
          "rule set {} compiled in {} ms: {} rules",
          set.number(),
          TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start),
          rules.rules().size());
    } catch (RuleFaults refused) {
      refuse(set, refused.faults());
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      refuse(set, List.of(new Fault("", 0, "", "cannot be compiled: " + e, false)));
    }
  }

  private synchronized void publish(NumberedRules rules) {
    recent.put(rules.number(), rules.rules().correlator());
    while (recent.size() > MOST_RECENT) {
      recent.pollFirstEntry();
    }
    newest = rules;
    notifyAll();
  }

  private void refuse(LiveRuleSet set, List<Fault> faults) {
    StreamMetrics.RULE_SETS_REFUSED.inc();
    LOG.error(
        "rule set {} of {}, approved by {}, is refused for {} faults; set {} goes on",
        set.number(),
        set.author(),
        set.approver(),
        faults.size(),
        newest.number());
    faults.forEach(fault -> LOG.error("rule set {}: {}", set.number(), fault));
  }

  /** The topic has been read to where it ended when reading began. */
  synchronized void caughtUp() {
    caughtUp = true;
    notifyAll();
  }

  /**
   * The set to begin with: the newest that the topic holds, and none older than the one that ran
   * before. Waits until the topic has been read, but not for ever: detection must not stand still
   * because of the rules alone.
   *
   * @param before the set that ran before; compiled again where the topic knows none as new that
   *     compiles
   */
  NumberedRules begin(KeptRules before) throws InterruptedException {
    if (!awaitTopic()) {
      LOG.error(
          "the rule topic could not be read within {}; its rules run as soon as it can", patience);
    }
    if (newest.number() < before.number()) {
      LOG.warn(
          "rule set {} ran before, the topic gives none as new; going on with it", before.number());
      RuleTexts texts = before.texts();
      LiveRuleSet set = texts.set();
      if (set != null) {
        offer(set, texts);
      }
    }
    return newest;
  }

  private synchronized boolean awaitTopic() throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    long left = patience.toMillis();
    while (!caughtUp && left > 0) {
      wait(left);
      left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
    }
    return caughtUp;
  }

  /**
   * The correlations of a set that another subtask matched by. Another process may have it before
   * this one, so it is waited for; where it does not come, the newest is used.
   */
  synchronized Correlator correlator(long number) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (newest.number() < number) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        LOG.error("rule set {} did not come here; counting by set {}", number, newest.number());
        break;
      }
      wait(left);
    }
    Correlator found = recent.get(number);
    return found == null ? newest.rules().correlator() : found;
  }

  /** What the rule of a detection tells people; null where no set knows the rule any more. */
  @Nullable Guidance guidance(RuleReference reference) {
    Rule rule = newest.rules().rule(reference.id()).orElse(null);
    if (rule == null || !rule.reference().equals(reference)) {
      Rule older = recent(reference);
      rule = older == null ? rule : older;
    }
    return rule == null ? null : rule.guidance();
  }

  private synchronized @Nullable Rule recent(RuleReference reference) {
    for (Correlator correlator : recent.descendingMap().values()) {
      Rule rule = correlator.rule(reference.id());
      if (rule != null && rule.reference().equals(reference)) {
        return rule;
      }
    }
    return null;
  }
}
