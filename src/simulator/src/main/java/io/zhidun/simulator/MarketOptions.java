package io.zhidun.simulator;

import io.zhidun.simulator.market.Market;
import io.zhidun.simulator.market.MarketFeed;
import io.zhidun.simulator.market.MarketFiles;
import io.zhidun.simulator.market.MarketPlan;
import io.zhidun.simulator.market.scheme.Schemes;
import io.zhidun.simulator.time.DutyHours;
import io.zhidun.simulator.time.WallPace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The market of filings: written to files, or sent to a collector in real time. */
final class MarketOptions {
  private static final String LINKED_COMPANIES = "linked-companies";
  private static final Duration UNTIL_LINKED = Duration.ofSeconds(20);
  private static final int LIVE_DAYS = 365;

  @Option(
      names = "--market",
      description = "write the filings of --days from the day of --from, and the truth about them")
  private boolean files;

  @Option(names = "--days", description = "with --market: how many (${DEFAULT-VALUE})")
  private int days = 1;

  @Option(
      names = "--scale",
      description = "share of the office's volume and applicants (${DEFAULT-VALUE})")
  private double scale = 0.01;

  @Option(names = "--market-url", description = "send filings there in real time, as NDJSON")
  private @Nullable URI url;

  @Option(
      names = "--market-beside",
      description = "with --market-url: serve the three systems at the same time")
  private boolean beside;

  @Option(
      names = "--market-rate",
      description = "with --market-url: honest filings a minute (${DEFAULT-VALUE})")
  private double perMinute = 30;

  @Option(
      names = "--market-scheme",
      description =
          "all, none, or names with commas; with --market-url also linked-companies: fifty"
              + " companies behind one device within minutes. All in files, else none.")
  private @Nullable String schemes;

  boolean toFiles() {
    return files;
  }

  boolean toCollector() {
    return url != null;
  }

  /** Whether the systems are served while the market is sent. */
  boolean isBeside() {
    return beside;
  }

  void write(Path folder, long seed, @Nullable OffsetDateTime from) throws IOException {
    if (from == null) {
      throw new IllegalArgumentException("--market needs --from");
    }
    LocalDate day = from.atZoneSameInstant(DutyHours.ZONE).toLocalDate();
    Set<String> names = names(schemes == null ? "all" : schemes);
    MarketFiles.write(folder, MarketPlan.of(seed, day, days, scale).schemes(names));
  }

  void send(Path folder, long seed, Consumer<String> complaints) throws IOException {
    URI collector = url;
    if (collector == null) {
      throw new IllegalStateException("no --market-url");
    }
    if (!(perMinute > 0 && perMinute <= 60_000)) {
      throw new IllegalArgumentException(
          "--market-rate must be above 0 and at most 60000, was " + perMinute);
    }
    Set<String> names = names(schemes == null ? "none" : schemes);
    boolean linked = names.remove(LINKED_COMPANIES);
    Clock clock = Clock.system(DutyHours.ZONE);
    Instant begin = clock.instant();
    LocalDate today = begin.atZone(DutyHours.ZONE).toLocalDate();
    MarketPlan plan = MarketPlan.of(seed, today, LIVE_DAYS, scale).schemes(names);
    Market market = Market.steady(plan, begin, perMinute);
    if (linked) {
      market.addLinkedCompanies(begin.plus(UNTIL_LINKED));
    }
    WallPace pace = new WallPace(clock);
    Runtime.getRuntime().addShutdownHook(new Thread(pace::stop, "stop"));
    new MarketFeed(market, pace, collector, folder, complaints).run();
  }

  private static Set<String> names(String list) {
    return switch (list) {
      case "all" -> new LinkedHashSet<>(Schemes.names());
      case "none" -> new LinkedHashSet<>();
      default -> new LinkedHashSet<>(Arrays.asList(list.split(",", -1)));
    };
  }
}
