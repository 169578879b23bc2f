package io.zhidun.standalone.supervisor;

import io.zhidun.events.Json;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code zhidun status}: shows the parts; exits 1 unless all of them are well. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Shows the parts of the installation.")
public final class StatusCommand implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Option(names = "--json", description = "One line of JSON for each part.")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Installation at = data.installation();
    Optional<State> state = new ControlClient(at).status();
    if (state.isEmpty()) {
      sayAbsent(at);
      return 1;
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      state.get().parts().forEach(part -> out.println(Json.mapper().writeValueAsString(part)));
    } else {
      new StatusTable(InstantSource.system()).print(state.get(), out);
    }
    out.flush();
    return state.get().isReady() ? 0 : 1;
  }

  private void sayAbsent(Installation at) {
    PrintWriter err = spec.commandLine().getErr();
    err.printf("Zhidun is not running on %s.%n", at.data());
    List<Orphans.Orphan> orphans = Orphans.find(at);
    for (Orphans.Orphan orphan : orphans) {
      err.printf("  %s still runs as process %d%n", orphan.name(), orphan.process().pid());
    }
    if (!orphans.isEmpty()) {
      err.println("Their supervisor is gone; `zhidun up` starts anew, `zhidun down` ends them.");
    }
    err.flush();
  }

  /** For how long, in the two largest units. */
  static String since(Duration time) {
    long seconds = Math.max(0, time.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3_600) {
      return seconds / 60 + " min " + seconds % 60 + " s";
    }
    if (seconds < 86_400) {
      return seconds / 3_600 + " h " + seconds / 60 % 60 + " min";
    }
    return seconds / 86_400 + " d " + seconds / 3_600 % 24 + " h";
  }
}
