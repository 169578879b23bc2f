package io.zhidun.standalone.supervisor;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code zhidun down}: ends the installation cleanly and says what it ended. */
@Command(
    name = "down",
    mixinStandardHelpOptions = true,
    description = "Ends the installation; all data stays.")
public final class DownCommand implements Callable<Integer> {
  private static final Duration GRACE = Duration.ofSeconds(15);

  @Mixin private DataOption data = new DataOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    Installation at = data.installation();
    ControlClient client = new ControlClient(at);
    Optional<State> running = client.status();
    if (running.isPresent() && client.stop(part -> say(out, part))) {
      // The supervisor holds its lock a moment longer than its parts live.
      running.get().supervisor().identity().endsWithin(GRACE);
      say(out, "supervisor");
    } else {
      List<String> orphans = Orphans.end(at, GRACE);
      orphans.forEach(part -> say(out, part));
      out.println(orphans.isEmpty() ? "Zhidun was not running." : "Ended what was left.");
    }
    out.flush();
    return 0;
  }

  private static void say(PrintWriter out, String part) {
    out.println("  ended " + part);
    out.flush();
  }
}
