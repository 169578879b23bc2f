package io.zhidun.cli;

import io.zhidun.events.Event;
import io.zhidun.events.EventReader;
import io.zhidun.events.Explanation;
import io.zhidun.events.JsonFault;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.explain.Detector;
import io.zhidun.rules.match.EventMatcher;
import io.zhidun.rules.sigma.Rule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which rules match which events of a file. */
@Command(
    name = "match",
    description = "One line an event that matched: its number from 0 and the ids of the rules",
    mixinStandardHelpOptions = true)
final class RulesMatchCommand implements Callable<Integer> {
  @Option(names = "--rules", required = true, arity = "1..*", description = "rule files or folders")
  private List<Path> rules = List.of();

  @Option(names = "--events", required = true, description = "NDJSON, flat or nested; - for stdin")
  private Path events = Path.of("-");

  @Option(names = "--explain", description = "say which conditions held")
  private boolean explain;

  @Mixin private SiteOptions options = new SiteOptions();

  private final Event event = new Event();

  /** Keywords are looked for in values that no rule names, too. */
  private final EventReader reader = new EventReader(true);

  @Override
  public Integer call() throws IOException {
    RulesCheckCommand.existing(rules);
    RuleSet.Loaded loaded = RuleSet.read(options.site(), rules.toArray(Path[]::new));
    loaded.faults().forEach(System.err::println);
    EventMatcher matcher = loaded.rules().newMatcher();
    long unreadable = 0;
    try (Lines lines = Lines.of(events);
        Ndjson out = new Ndjson()) {
      long number = 0;
      for (byte[] line = lines.next(); line != null; line = lines.next(), number++) {
        if (read(line, number)) {
          match(matcher, number, out);
        } else {
          unreadable++;
        }
      }
    }
    return unreadable == 0 && loaded.faults().isEmpty() ? 0 : 1;
  }

  private boolean read(byte[] line, long number) {
    event.clear();
    try {
      reader.read(line, 0, line.length, event);
      return true;
    } catch (JsonFault fault) {
      System.err.println("event " + number + ": " + fault.getMessage());
      return false;
    }
  }

  private void match(EventMatcher matcher, long number, Ndjson out) throws IOException {
    List<Rule> matched = new ArrayList<>();
    matcher.match(event, matched::add);
    if (matched.isEmpty()) {
      return;
    }
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("event", number);
    line.put("rules", matched.stream().map(Rule::id).toList());
    if (explain) {
      Map<String, List<Explanation.Condition>> explanations = new LinkedHashMap<>();
      matched.forEach(rule -> explanations.put(rule.id(), Detector.conditions(rule, event)));
      line.put("explanation", explanations);
    }
    out.write(line);
  }
}
