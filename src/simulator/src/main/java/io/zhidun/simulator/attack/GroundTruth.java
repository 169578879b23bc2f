package io.zhidun.simulator.attack;

import io.zhidun.events.Json;
import io.zhidun.simulator.log.LogFile;
import io.zhidun.simulator.web.SystemName;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The file that says which attacks happened: one JSON object a line for each alert that must come
 * of an attack, written when the attack is over.
 */
public final class GroundTruth implements Closeable {
  private static final LogFile.Rotation NEVER = new LogFile.Rotation(Long.MAX_VALUE, 1);

  private static final Pattern RUN = Pattern.compile("\\{\"id\":\"attack-(\\d{1,9})-.*");

  private final LogFile file;
  private final int firstRun;

  /** Opens the file; what it holds of an earlier run stays. */
  public GroundTruth(Path path) throws IOException {
    firstRun = Files.exists(path) ? nextRun(path) : 0;
    file = new LogFile(path, NEVER, true);
  }

  /**
   * A line of the file.
   *
   * @param id unique in the file
   * @param attack name of the attack
   * @param rule name of the rule
   * @param mustFire whether the rule must fire; where false, it must not
   * @param from address of the attacker
   * @param expectedGroup group of the alert
   */
  record Line(
      String id,
      String attack,
      String rule,
      boolean mustFire,
      String from,
      Instant started,
      Instant finished,
      String system,
      String host,
      @Nullable String account,
      Map<String, String> expectedGroup) {}

  /** Number of the first attack that the file does not hold. */
  int firstRun() {
    return firstRun;
  }

  private static int nextRun(Path path) throws IOException {
    try (Stream<String> lines = Files.lines(path)) {
      return lines
          .map(RUN::matcher)
          .filter(Matcher::matches)
          .mapToInt(run -> Integer.parseInt(run.group(1)) + 1)
          .max()
          .orElse(0);
    }
  }

  void write(int run, String attack, Attempt attempt, Instant started, Instant finished) {
    SystemName system = attempt.system();
    for (Expectation expectation : attempt.expectations()) {
      file.line(
          Json.mapper()
              .writeValueAsString(
                  new Line(
                      "attack-" + run + "-" + expectation.rule(),
                      attack,
                      expectation.rule(),
                      expectation.mustFire(),
                      attempt.from(),
                      started,
                      finished,
                      system.id(),
                      system.host(),
                      attempt.account(),
                      expectation.group())));
    }
  }

  /** An attack that caused an outage: the rule about attacks on the web must see it as well. */
  public void writeOutage(String id, String from, Instant started, Instant finished) {
    SystemName system = SystemName.PUBLIC_SERVICE;
    file.line(
        Json.mapper()
            .writeValueAsString(
                new Line(
                    id,
                    "attack-outage",
                    RuleNames.WEB_ATTACK,
                    true,
                    from,
                    started,
                    finished,
                    system.id(),
                    system.host(),
                    null,
                    Map.of("source.ip", from))));
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
