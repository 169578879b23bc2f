package io.zhidun.cli;

import io.zhidun.events.Event;
import io.zhidun.events.JsonFault;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.dryrun.DryRun;
import io.zhidun.rules.dryrun.Judgement;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.rules.sigma.Site;
import io.zhidun.stream.normalize.Formats;
import io.zhidun.stream.normalize.StoredEventReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What rules would have done to events of the past. */
@Command(
    name = "dry-run",
    description = "What rules would have done to normalised events: one object with all figures",
    mixinStandardHelpOptions = true)
final class RulesDryRunCommand implements Callable<Integer> {
  @Option(names = "--rules", required = true, arity = "1..*", description = "rule files or folders")
  private List<Path> rules = List.of();

  @Option(names = "--input", required = true, description = "events as NDJSON; - for stdin")
  private Path input = Path.of("-");

  @Option(
      names = "--running",
      arity = "1..*",
      description = "the running rules to compare with, instead of the shipped catalogue")
  private List<Path> running = List.of();

  @Option(names = "--judge", description = "let the judge decide, so that alerts are predicted")
  private boolean judge;

  @Option(names = "--lateness", defaultValue = "PT2M", description = "ISO 8601 duration")
  private Duration lateness = Duration.ofMinutes(2);

  @Mixin private SiteOptions options = new SiteOptions();

  private long unreadable;

  @Override
  public Integer call() throws IOException {
    RulesCheckCommand.existing(rules);
    RulesCheckCommand.existing(running);
    Site site = options.site();
    RuleSet current =
        running.isEmpty() ? RuleSet.catalog() : RuleSet.load(site, running.toArray(Path[]::new));
    RuleSet.Loaded loaded = current.at(site).replaced(rules.toArray(Path[]::new));
    if (!loaded.faults().isEmpty()) {
      loaded.faults().forEach(System.err::println);
      return 1;
    }
    Set<String> ids = loaded.checks().stream().map(check -> check.id()).collect(Collectors.toSet());
    DryRun run =
        new DryRun(
            loaded.rules().around(ids),
            ids,
            current.around(ids),
            judgement(loaded.rules()),
            lateness,
            DryRun.Bounds.NONE);
    read(run);
    try (Ndjson out = new Ndjson()) {
      out.write(run.result());
    }
    System.err.println(
        ids.size()
            + " rules, "
            + loaded.rules().rules().stream().map(Rule::id).filter(ids::contains).count()
            + " of them run; "
            + unreadable
            + " events could not be read");
    return unreadable == 0 ? 0 : 1;
  }

  private @org.jspecify.annotations.Nullable Judgement judgement(RuleSet set) {
    return judge ? Judgement.of(options.judge(), set, options.facts()) : null;
  }

  private void read(DryRun run) throws IOException {
    StoredEventReader reader = new StoredEventReader(Formats.shipped());
    Event event = new Event();
    long number = 0;
    try (Lines lines = Lines.of(input)) {
      for (byte[] line = lines.next(); line != null; line = lines.next(), number++) {
        try {
          reader.read(line, 0, line.length, number, event);
          run.on(event);
        } catch (JsonFault fault) {
          System.err.println("event " + number + ": " + fault.getMessage());
          unreadable++;
        }
      }
    }
  }
}
