package io.zhidun.simulator;

import io.zhidun.simulator.attack.Campaign;
import io.zhidun.simulator.time.DutyHours;
import io.zhidun.simulator.web.SystemName;
import java.io.IOException;
import java.nio.file.Path;
import java.security.Security;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Runs the three simulated systems, served over HTTP or, with {@code --fast}, in their own time; or
 * a market of filings.
 */
@Command(
    name = "simulator",
    mixinStandardHelpOptions = true,
    description = "Simulated patent-review, trademark and public-service systems.")
public final class Simulator implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"--data", "--out"},
      required = true,
      description = "folder of the logs")
  private Path data = Path.of(".");

  @Option(names = "--seed", description = "decides everything but the time (${DEFAULT-VALUE})")
  private long seed = 42;

  @Option(names = "--patent-review-port", description = "port (${DEFAULT-VALUE})")
  private int patentReviewPort = SystemName.PATENT_REVIEW.defaultPort();

  @Option(
      names = "--patent-review-tls-port",
      description = "TLS endpoint of the patent review, 0 for none (${DEFAULT-VALUE})")
  private int patentReviewTlsPort;

  @Option(
      names = "--visits-every",
      defaultValue = "${env:ZHIDUN_SIMULATOR_VISITS:-PT1M}",
      description = "from one visit to the devices to the next (${DEFAULT-VALUE})")
  private Duration visitsEvery = Duration.ofMinutes(1);

  @Option(names = "--trademark-port", description = "port (${DEFAULT-VALUE})")
  private int trademarkPort = SystemName.TRADEMARK.defaultPort();

  @Option(names = "--public-service-port", description = "port (${DEFAULT-VALUE})")
  private int publicServicePort = SystemName.PUBLIC_SERVICE.defaultPort();

  @Option(
      names = "--rate",
      description = "requests a second in the busiest hour (${DEFAULT-VALUE})")
  private double rate = 5;

  @Option(names = "--attacks", description = "all, none, or names with commas (${DEFAULT-VALUE})")
  private String attacks = "none";

  @Option(
      names = "--attack-interval",
      description = "from one attack to the next (${DEFAULT-VALUE})")
  private Duration attackInterval = Duration.ofMinutes(2);

  @Option(
      names = "--attack-rounds",
      description = "how many times each attack is made, 0 for without end (${DEFAULT-VALUE})")
  private int attackRounds = 0;

  @Option(names = "--fast", description = "simulate time instead of waiting, without HTTP")
  private boolean fast;

  @Option(
      names = "--from",
      description =
          "with --fast, --series or --market: when it begins, as 2026-11-20T10:00:00+08:00")
  private @Nullable OffsetDateTime from;

  @Option(names = "--hours", description = "with --fast: how long it lasts (${DEFAULT-VALUE})")
  private double hours = 1;

  @Mixin private FaultOptions faults = new FaultOptions();

  @Mixin private MarketOptions market = new MarketOptions();

  private Simulator() {}

  public static void main(String[] args) {
    // Without it the JDK's server holds back small answers for 40 ms on kept connections.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    // Seconds; a client that sends or reads too slowly may not hold a thread for longer.
    System.setProperty("sun.net.httpserver.maxReqTime", "10");
    System.setProperty("sun.net.httpserver.maxRspTime", "10");
    // The JDK forbids old versions of TLS by itself; the endpoint shall be able to show them.
    Security.setProperty("jdk.tls.disabledAlgorithms", "SSLv3, NULL, anon");
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Simulator())
        .setExecutionExceptionHandler(
            (fault, command, parsed) -> {
              command.getErr().println("simulator: " + fault.getMessage());
              return fault instanceof IllegalArgumentException ? 2 : 1;
            });
  }

  @Override
  public Integer call() throws IOException {
    if (market.toFiles()) {
      market.write(data, seed, from);
      return 0;
    }
    if (market.isBeside() && (fast || !market.toCollector())) {
      throw new ParameterException(command(), "--market-beside needs --market-url, without --fast");
    }
    if (market.toCollector() && !market.isBeside()) {
      sendMarket();
      return 0;
    }
    if (faults.wantsSeries()) {
      faults.writeSeries(data, seed, rate, from);
      return 0;
    }
    return fast ? simulate() : serve();
  }

  private void sendMarket() throws IOException {
    market.send(data, seed, this::say);
  }

  private int simulate() throws IOException {
    if (from == null) {
      throw new ParameterException(command(), "--fast needs --from");
    }
    if (!(hours > 0 && hours <= 24 * 31)) {
      throw new ParameterException(command(), "--hours must be above 0 and at most 744");
    }
    Duration length = Duration.ofSeconds((long) (hours * 3_600));
    FastRun.run(data, seed, from.toInstant(), length, workload());
    return 0;
  }

  private int serve() throws IOException {
    Map<SystemName, Integer> ports = new EnumMap<>(SystemName.class);
    ports.put(SystemName.PATENT_REVIEW, patentReviewPort);
    ports.put(SystemName.TRADEMARK, trademarkPort);
    ports.put(SystemName.PUBLIC_SERVICE, publicServicePort);
    Simulation.Workload workload = workload();
    LiveRun.Stand stand =
        new LiveRun.Stand(ports, patentReviewTlsPort, faults.operationsPort(), visitsEvery);
    try (LiveRun run = LiveRun.start(data, seed, rate, stand)) {
      Runtime.getRuntime().addShutdownHook(new Thread(run::stop, "stop"));
      say("serving " + ports + ", zone " + DutyHours.ZONE);
      if (!market.isBeside()) {
        run.drive(workload);
        return 0;
      }
      Beside sending = Beside.start("market", this::sendMarket, run::stop);
      run.drive(workload);
      sending.rethrow();
    }
    return 0;
  }

  private Simulation.Workload workload() throws IOException {
    Campaign campaign = new Campaign(attacks, attackInterval, attackRounds);
    return new Simulation.Workload(rate, campaign, faults.script());
  }

  private void say(String text) {
    command().getErr().println("simulator: " + text);
  }

  private CommandLine command() {
    if (spec == null) {
      throw new IllegalStateException("not started by picocli");
    }
    return spec.commandLine();
  }
}
