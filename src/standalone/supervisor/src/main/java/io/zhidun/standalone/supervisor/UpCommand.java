package io.zhidun.standalone.supervisor;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code zhidun up}: starts the installation and returns when it is ready. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Starts the one-machine installation and waits until it is ready.")
public final class UpCommand implements Callable<Integer> {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final Duration TAKING_LIMIT = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(200);

  @Mixin private DataOption data = new DataOption();

  @Option(names = "--demo", description = "Run the simulated systems beside the platform.")
  private boolean demo;

  @Option(
      names = "--attacks",
      paramLabel = "WHICH",
      description = "With --demo: all, none, or names with commas (${DEFAULT-VALUE}).")
  private String attacks = "all";

  @Option(names = "--no-market", description = "With --demo: nobody files anything.")
  private boolean noMarket;

  @Option(names = "--no-memory-check", description = "Start however little memory is free.")
  private boolean noMemoryCheck;

  @Option(
      names = "--only",
      paramLabel = "PART",
      split = ",",
      description = "Start only these parts, for tests and benchmarks.")
  private Set<String> only = Set.of();

  @Mixin private PortOptions ports = new PortOptions();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws InterruptedException {
    Installation at = data.installation();
    try {
      Optional<State> running = new ControlClient(at).status();
      return running.isPresent() ? sayRunning(running.get()) : start(at);
    } catch (IOException e) {
      PrintWriter err = spec.commandLine().getErr();
      err.println("Zhidun cannot start: " + e);
      err.flush();
      return 1;
    }
  }

  private int sayRunning(State state) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("Zhidun is running already: %s%n", state.console());
    out.println("`zhidun status` shows its parts, `zhidun down` ends it.");
    out.flush();
    return 0;
  }

  private int start(Installation at) throws IOException, InterruptedException {
    long begun = System.nanoTime();
    PrintWriter out = spec.commandLine().getOut();
    at.create();
    FirstAccounts accounts = FirstAccounts.prepare(at, new SecureRandom());
    out.printf("Starting Zhidun on %s%n", at.data());
    out.flush();
    DetachedSupervisor supervisor = DetachedSupervisor.start(at, options());
    try (AccountNotice notice = new AccountNotice(accounts, out).open()) {
      Optional<State> ready = follow(supervisor, at, begun);
      ready.ifPresent(state -> sayReady(state, Duration.ofNanos(System.nanoTime() - begun)));
      // Accounts that no service took are shown by the start in which one does.
      if (areTaken(at, ready)) {
        notice.show();
      }
      return ready.isPresent() ? 0 : supervisor.isAlive() ? 1 : Math.max(1, supervisor.exitCode());
    }
  }

  /** Whether the service made the accounts; it may do so a moment after it is healthy. */
  private static boolean areTaken(Installation at, Optional<State> ready)
      throws InterruptedException {
    boolean awaited =
        ready.stream()
            .flatMap(state -> state.parts().stream())
            .anyMatch(part -> part.name().equals(Plan.SERVICE));
    long deadline = System.nanoTime() + (awaited ? TAKING_LIMIT.toNanos() : 0);
    while (Files.exists(at.firstAccounts()) && System.nanoTime() < deadline) {
      Thread.sleep(POLL.toMillis());
    }
    return awaited || !Files.exists(at.firstAccounts());
  }

  private void sayReady(State state, Duration time) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("Ready in %d s.%n%n  Console: %s%n", time.toSeconds(), state.console());
    out.flush();
  }

  private List<String> options() {
    List<String> options = new ArrayList<>();
    if (demo) {
      options.addAll(List.of("--demo", "--attacks=" + attacks));
    }
    if (noMarket) {
      options.add("--no-market");
    }
    if (noMemoryCheck) {
      options.add("--no-memory-check");
    }
    if (!only.isEmpty()) {
      options.add("--only=" + String.join(",", only));
    }
    ports.given().forEach((port, number) -> options.add(port.option() + "=" + number));
    return options;
  }

  /** The state once all parts are well; nothing when that did not come about, and is said. */
  private Optional<State> follow(DetachedSupervisor supervisor, Installation at, long begun)
      throws IOException, InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    Progress progress = new Progress(at, spec.commandLine().getOut());
    ControlClient client = new ControlClient(at);
    while (supervisor.isAlive()) {
      Optional<State> state = client.status();
      state.ifPresent(progress::look);
      if (state.filter(State::isReady).isPresent()) {
        return state;
      }
      if (System.nanoTime() - begun > LIMIT.toNanos()) {
        err.printf("Not ready after %d s; `zhidun status` says why.%n", LIMIT.toSeconds());
        err.flush();
        return Optional.empty();
      }
      Thread.sleep(POLL.toMillis());
    }
    err.print(supervisor.words());
    err.flush();
    return Optional.empty();
  }
}
