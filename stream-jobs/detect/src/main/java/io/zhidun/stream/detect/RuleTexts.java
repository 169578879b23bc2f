package io.zhidun.stream.detect;

import io.zhidun.events.Json;
import io.zhidun.events.LiveRule;
import io.zhidun.events.LiveRuleSet;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.sigma.Fault;
import io.zhidun.rules.sigma.RuleDraft;
import io.zhidun.rules.sigma.RuleFaults;
import io.zhidun.rules.sigma.RuleFile;
import io.zhidun.rules.sigma.RuleParser;
import io.zhidun.rules.sigma.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * What the rule topic has said so far: the newest set, and the texts it may name. A text that was
 * replaced is kept until a set no longer names it, since texts are written before their set. Each
 * text is parsed once. Belongs to one thread.
 */
final class RuleTexts {
  private static final Logger LOG = LoggerFactory.getLogger(RuleTexts.class);

  private final Map<LiveRuleSet.Member, Text> texts = new HashMap<>();

  /** By id. */
  private final Map<String, LiveRuleSet.Member> newest = new HashMap<>();

  private @Nullable LiveRuleSet set;

  /** A text, and what it holds once that was asked. */
  private static final class Text {
    private final LiveRule rule;
    private @Nullable RuleFile file;

    Text(LiveRule rule) {
      this.rule = rule;
    }

    /** A process has one site, so what was read once stays. */
    RuleFile file(Site site) {
      RuleFile known = file;
      if (known == null) {
        file = known = RuleParser.parse(rule.path(), rule.text(), site);
      }
      return known;
    }
  }

  /**
   * Takes a record of the topic. One that cannot be read is logged and left out; a set that needs
   * it then misses it.
   *
   * @param value null where the key was deleted
   */
  void on(String key, byte @Nullable [] value) {
    try {
      if (!key.equals(LiveRuleSet.KEY)) {
        onText(key, value == null ? null : Json.mapper().readValue(value, LiveRule.class));
      } else {
        onSet(value == null ? null : Json.mapper().readValue(value, LiveRuleSet.class));
      }
    } catch (JacksonException | IllegalArgumentException e) {
      LOG.error("record \"{}\" of the rule topic cannot be read: {}", key, e.getMessage());
    }
  }

  private void onText(String id, @Nullable LiveRule rule) {
    if (rule == null) {
      newest.remove(id);
      return;
    }
    if (!rule.id().equals(id)) {
      throw new IllegalArgumentException("it is a text of rule " + rule.id());
    }
    LiveRuleSet.Member member = new LiveRuleSet.Member(rule.id(), rule.version());
    newest.put(rule.id(), member);
    texts.putIfAbsent(member, new Text(rule));
  }

  private void onSet(@Nullable LiveRuleSet next) {
    if (next == null) {
      throw new IllegalArgumentException("a rule set is followed by another, not deleted");
    }
    set = next;
    Set<LiveRuleSet.Member> kept = new HashSet<>(next.rules());
    kept.addAll(newest.values());
    texts.keySet().retainAll(kept);
  }

  /** The newest set, or null before the first. */
  @Nullable LiveRuleSet set() {
    return set;
  }

  /** The set and its texts, as far as they are here. */
  KeptRules keep(LiveRuleSet wanted) {
    List<LiveRule> kept = new ArrayList<>();
    for (LiveRuleSet.Member member : wanted.rules()) {
      Text text = texts.get(member);
      if (text != null) {
        kept.add(text.rule);
      }
    }
    return KeptRules.of(wanted, kept);
  }

  /**
   * The texts of a set, parsed.
   *
   * @param site what they are read with
   * @throws RuleFaults when one is missing or is not the rule that the set means
   */
  List<RuleFile> filesOf(LiveRuleSet wanted, Site site) {
    List<RuleFile> files = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    refuseTooLarge(wanted);
    for (LiveRuleSet.Member member : wanted.rules()) {
      Text text = texts.get(member);
      if (text == null) {
        String message = "text in version " + member.version() + " is not in the rule topic";
        faults.add(new Fault(member.id(), 0, "", message, false));
        continue;
      }
      RuleFile file = text.file(site);
      files.add(file);
      if (file.faults().isEmpty()
          && file.drafts().stream().map(RuleDraft::id).noneMatch(member.id()::equals)) {
        String message = "holds no rule with the id " + member.id() + ", under which it runs";
        faults.add(new Fault(file.path(), 0, "", message, false));
      }
    }
    if (!faults.isEmpty()) {
      files.forEach(file -> faults.addAll(file.faults()));
      throw new RuleFaults(faults);
    }
    return files;
  }

  /** Before anything of it is parsed. */
  private void refuseTooLarge(LiveRuleSet wanted) {
    long size = 0;
    for (LiveRuleSet.Member member : wanted.rules()) {
      Text text = texts.get(member);
      size += text == null ? 0 : text.rule.text().length();
    }
    if (size > RuleSet.LARGEST) {
      String message =
          "the set has %d characters of text, at most %d may run".formatted(size, RuleSet.LARGEST);
      throw new RuleFaults(List.of(new Fault("", 0, "", message, false)));
    }
  }
}
