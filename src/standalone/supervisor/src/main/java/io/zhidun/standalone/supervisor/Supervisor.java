package io.zhidun.standalone.supervisor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Main of the supervisor: starts the parts and stays until it is told to stop, by SIGTERM or over
 * its control socket. Whatever stands against a start is said on standard error, a sentence each.
 */
@Command(
    name = "supervisor",
    mixinStandardHelpOptions = true,
    description = "Supervises the one-machine installation.")
public final class Supervisor implements Callable<Integer> {
  private static final Duration ORPHAN_GRACE = Duration.ofSeconds(15);

  @Option(names = "--home", required = true, description = "The checkout with the built modules.")
  private Path home = Path.of(".");

  @Option(names = "--data", required = true, description = "Folder of the installation's data.")
  private Path data = Path.of("data");

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

  private Supervisor() {}

  /** Starts the process. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Supervisor()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Installation at = new Installation(home, data);
    at.create();
    Optional<SupervisorLock> lock = SupervisorLock.take(at);
    if (lock.isEmpty()) {
      System.err.println("Another supervisor runs on " + at.data() + " already.");
      return 1;
    }
    try (SupervisorLock held = lock.get()) {
      return supervise(at);
    } catch (IOException e) {
      System.err.println("Zhidun cannot start: " + e.getMessage());
      return 1;
    }
  }

  private int supervise(Installation at) throws IOException, InterruptedException {
    Settings settings;
    List<PartSpec> parts;
    try {
      settings = new Settings(Settings.load(at.settings()).ports().with(ports.given()), demo);
      if (demo) {
        new DemoBackups(at).write();
      }
      parts = new Plan(at, settings, new Plan.Staging(attacks, !noMarket)).parts(only);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      return 2;
    }
    Orphans.end(at, ORPHAN_GRACE).forEach(name -> say("ended " + name + " of a supervisor gone"));
    List<String> faults = faults(at, settings, parts);
    if (!faults.isEmpty()) {
      faults.forEach(System.err::println);
      return 1;
    }
    settings.save(at.settings());
    new AgentConfiguration(at, settings, Loopback.hasIpv6(), ZoneId.systemDefault()).write();
    run(at, settings, parts);
    return 0;
  }

  private List<String> faults(Installation at, Settings settings, List<PartSpec> parts) {
    Set<String> names = parts.stream().map(PartSpec::name).collect(Collectors.toSet());
    List<String> faults = new ArrayList<>(PortCheck.faults(settings.ports(), names));
    faults.addAll(SpaceCheck.faults(at.data(), !noMemoryCheck));
    return faults;
  }

  private static void run(Installation at, Settings settings, List<PartSpec> parts)
      throws IOException, InterruptedException {
    Watch watch = new Watch(at, settings, InstantSource.system());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(watch), "shutdown"));
    try (ControlServer control = ControlServer.open(at, watch)) {
      watch.start(parts);
      say("supervising " + parts.size() + " parts on " + at.data());
      watch.untilEnded();
    }
  }

  private static void end(Watch watch) {
    try {
      watch.stop(name -> say("ended " + name));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void say(String words) {
    System.err.println(InstantSource.system().instant() + " " + words);
  }
}
