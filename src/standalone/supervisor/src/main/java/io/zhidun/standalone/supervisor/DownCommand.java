package io.zhidun.standalone.supervisor;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
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
  public Integer call() throws IOException, InterruptedException {
    Installation at = data.installation();
    ControlClient client = new ControlClient(at);
    Optional<State> running = client.status();
    if (running.isPresent() && client.stop(this::say)) {
      // The supervisor holds its lock a moment longer than its parts live.
      running.get().supervisor().identity().endsWithin(GRACE);
      say("supervisor");
      return 0;
    }
    return Files.exists(at.lock()) ? endRest(at) : sayNothingRan();
  }

  /** Ends what a killed supervisor left, unless there is one that only does not answer. */
  private int endRest(Installation at) throws IOException, InterruptedException {
    Optional<SupervisorLock> lock = SupervisorLock.take(at);
    if (lock.isEmpty()) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("A supervisor starts or ends just now; try again.");
      err.flush();
      return 1;
    }
    try (SupervisorLock held = lock.get()) {
      List<String> ended = Orphans.end(at, GRACE);
      ended.forEach(this::say);
      return ended.isEmpty() ? sayNothingRan() : 0;
    }
  }

  private int sayNothingRan() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("Zhidun was not running.");
    out.flush();
    return 0;
  }

  private void say(String part) {
    PrintWriter out = spec.commandLine().getOut();
    out.println("  ended " + part);
    out.flush();
  }
}
