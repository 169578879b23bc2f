package io.zhidun.cli;

import io.zhidun.events.AlertDraft;
import io.zhidun.events.Decision;
import io.zhidun.events.Detection;
import io.zhidun.events.Event;
import io.zhidun.rules.RuleSet;
import io.zhidun.rules.dryrun.Judgement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole pipeline over a file, in event time. */
@Command(
    name = "replay",
    description = "Runs a file through the whole pipeline: alerts out, or every detection",
    mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {
  @Option(names = "--input", required = true, description = "raw lines; - for stdin")
  private Path file = Path.of("-");

  @Option(names = "--format", required = true, description = "format name, or auto")
  private String format = FormatChoice.AUTO;

  @Option(names = "--rules", arity = "1..*", description = "instead of the shipped catalogue")
  private List<Path> rules = List.of();

  @Option(names = "--detections", description = "every detection instead of alerts")
  private boolean detections;

  @Option(names = "--lateness", defaultValue = "PT2M", description = "ISO 8601 duration")
  private Duration lateness = Duration.ofMinutes(2);

  @Mixin private InputOptions input = new InputOptions();

  @Mixin private SiteOptions options = new SiteOptions();

  private long unreadable;

  @Override
  public Integer call() throws IOException {
    input.check(Instant.now());
    RulesCheckCommand.existing(rules);
    RuleSet set =
        rules.isEmpty()
            ? RuleSet.catalog()
            : RuleSet.load(options.site(), rules.toArray(Path[]::new));
    Replay replay = new Replay(set, lateness);
    read(replay);
    List<Detection> found = replay.detections();
    try (Ndjson out = new Ndjson()) {
      for (Object line : detections ? found : alerts(set, found)) {
        out.write(line);
      }
    }
    System.err.println(found.size() + " detections, " + unreadable + " lines could not be read");
    return unreadable == 0 ? 0 : 1;
  }

  private void read(Replay replay) throws IOException {
    FormatChoice choice = new FormatChoice(format, input);
    Event event = new Event();
    long number = 0;
    try (Lines lines = Lines.of(file)) {
      for (byte[] line = lines.next(); line != null; line = lines.next()) {
        if (choice.read(line, number++, event) == null) {
          replay.on(event);
        } else {
          unreadable++;
        }
      }
    }
  }

  /** Asks the judge in order of event time, since it is told what came before. */
  private List<Episode> alerts(RuleSet set, List<Detection> found) {
    Judgement judgement = Judgement.of(options.judge(), set, options.facts());
    Map<String, List<AlertDraft>> raised = new LinkedHashMap<>();
    for (Detection detection : found) {
      Decision decision = judgement.decide(detection);
      if (decision.raise()) {
        raised
            .computeIfAbsent(detection.fingerprint(), absent -> new ArrayList<>())
            .add(new AlertDraft(detection.fingerprint(), detection, decision));
      }
    }
    return raised.values().stream()
        .flatMap(drafts -> Episode.split(drafts).stream())
        .sorted(Comparator.comparing(Episode::firstSeen).thenComparing(Episode::fingerprint))
        .toList();
  }
}
