package io.zhidun.benchmarks;

import io.zhidun.events.LiveRule;
import io.zhidun.rules.sigma.RuleCheck;
import io.zhidun.rules.sigma.RuleFile;
import io.zhidun.rules.sigma.RuleParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** SigmaHQ's rules as a site's own, in as many variants as wanted. */
final class SigmaTexts {
  /** A condition on one line, which can be extended without knowing what it says. */
  private static final Pattern CONDITION = Pattern.compile("(?m)^(\\s+)condition: ([^|>\\n\\[]+)$");

  /** Characters that a variant is longer than its rule, at most. */
  private static final int ROOM = 256;

  private record Source(String id, String path, String text) {}

  private final List<Source> sources = new ArrayList<>();

  /**
   * Reads all rules that can run and are no longer than a live text may be.
   *
   * @param folder holds SigmaHQ's rule folders
   */
  SigmaTexts(Path folder) throws IOException {
    for (String name : List.of("rules", "rules-emerging-threats", "rules-threat-hunting")) {
      try (Stream<Path> files = Files.walk(folder.resolve(name))) {
        for (Path file : files.filter(f -> f.toString().endsWith(".yml")).sorted().toList()) {
          add(folder.relativize(file).toString(), Files.readString(file));
        }
      }
    }
  }

  private void add(String path, String text) {
    RuleFile file = RuleParser.parse(path, text);
    boolean runs = file.checks().stream().allMatch(check -> check.status() == RuleCheck.Status.OK);
    boolean fits = text.length() <= LiveRule.LONGEST - ROOM;
    if (runs && fits && file.faults().isEmpty() && !file.drafts().isEmpty()) {
      sources.add(new Source(file.drafts().get(file.drafts().size() - 1).id(), path, text));
    }
  }

  int size() {
    return sources.size();
  }

  /**
   * All texts, each rule changed in what it asks, so that nothing of another variant fits; but for
   * the few whose condition stands on several lines.
   */
  List<LiveRule> variant(int number) {
    List<LiveRule> texts = new ArrayList<>(sources.size());
    for (Source source : sources) {
      String changed = changed(source.text(), number);
      boolean runs = RuleParser.parse(source.path(), changed).faults().isEmpty();
      texts.add(LiveRule.of(source.id(), source.path(), runs ? changed : source.text()));
    }
    return texts;
  }

  private static String changed(String text, int number) {
    Matcher matcher = CONDITION.matcher(text);
    if (!matcher.find() || matcher.group(2).contains("them")) {
      return text;
    }
    String indent = matcher.group(1);
    return text.substring(0, matcher.start())
        + indent
        + "variant: {bench.variant: v"
        + number
        + "}"
        + indent.replaceFirst("^\\n?", "\n")
        + "condition: ("
        + matcher.group(2).strip()
        + ") or variant"
        + text.substring(matcher.end());
  }
}
