package io.zhidun.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.zhidun.events.Json;
import io.zhidun.simulator.time.Pace;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class MarketFeedTest {
  private static final Instant BEGIN = Instant.parse("2026-11-20T18:30:00Z");

  /** A request as the collector had it. */
  private record Received(String source, String key, String body) {}

  @TempDir private Path folder;
  private final List<String> taken = new CopyOnWriteArrayList<>();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private int refusal = 503;

  @SuppressWarnings("NullAway.Init")
  private HttpServer collector;

  @BeforeEach
  void listen() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/filings",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          received.add(
              new Received(
                  exchange.getRequestHeaders().getFirst("Zhidun-Source"),
                  exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                  body));
          boolean refused = refusals.getAndDecrement() > 0;
          if (!refused) {
            body.lines().forEach(taken::add);
          }
          exchange.sendResponseHeaders(refused ? refusal : 202, -1);
          exchange.close();
        });
    collector.start();
  }

  @AfterEach
  void close() {
    collector.stop(0);
  }

  @Test
  void linkedCompaniesArriveWithinMinutesFromOneDevice() throws IOException {
    feed(BEGIN.plusSeconds(400)).run();

    assertThat(companiesAtOneDevice()).hasSize(50);
  }

  @Test
  void whatIsRefusedForATimeIsSentAgain() throws IOException {
    refusals.set(3);
    feed(BEGIN.plusSeconds(60)).run();

    assertThat(taken.get(0)).contains("\"entity\":\"protected-mark\"");
    assertThat(new HashSet<>(taken)).hasSameSizeAs(taken);
    assertThat(complaints).isEmpty();
  }

  @Test
  void eachBatchSaysWhoSendsItAndKeepsItsKeyOverTries() throws IOException {
    refusals.set(2);
    feed(BEGIN.plusSeconds(60)).run();

    assertThat(received).extracting(Received::source).containsOnly("market");
    assertThat(received).extracting(Received::key).allMatch(key -> key.matches("[0-9a-f]{64}"));
    assertThat(received.subList(0, 3)).containsOnly(received.get(0));
    List<Received> batches = received.subList(2, received.size());
    assertThat(batches).hasSizeGreaterThan(1).extracting(Received::key).doesNotHaveDuplicates();
  }

  @Test
  void whatIsRefusedForGoodIsToldAndLeftOut() throws IOException {
    refusal = 400;
    refusals.set(1);
    feed(BEGIN.plusSeconds(60)).run();

    assertThat(complaints).hasSize(1);
    assertThat(complaints.get(0)).contains("refused 500 lines: 400");
    assertThat(taken.size()).isGreaterThan(500);
  }

  @Test
  void onlyHttpIsSpoken() {
    URI other = URI.create("ftp://x/");
    assertThatThrownBy(
            () -> new MarketFeed(market(), new Until(BEGIN), other, folder, complaints::add))
        .hasMessage("--market-url must be http or https, was ftp://x/");
  }

  /** Companies that the truth names, by the filings that arrived. */
  private Set<String> companiesAtOneDevice() throws IOException {
    String truth = Files.readString(folder.resolve("market-truth.ndjson"));
    Set<String> numbers = new HashSet<>();
    read(truth).get("filings").forEach(number -> numbers.add(number.asString()));
    Set<String> companies = new HashSet<>();
    Set<String> devices = new HashSet<>();
    for (String line : taken) {
      JsonNode node = read(line);
      if (node.has("applType") && numbers.contains(node.get("applicationNumber").asString())) {
        companies.add(node.get("applicants").get(0).get("code").asString());
        devices.add(node.get("deviceFingerprint").asString());
      }
    }
    assertThat(devices).hasSize(1);
    return companies;
  }

  private static JsonNode read(String line) {
    return Json.mapper().readTree(line.strip());
  }

  private static Market market() {
    MarketPlan plan = MarketPlan.quiet(3, LocalDate.parse("2026-11-21"), 3, 0.001);
    Market market = Market.steady(plan, BEGIN, 20);
    market.addLinkedCompanies(BEGIN.plusSeconds(20));
    return market;
  }

  private MarketFeed feed(Instant end) {
    URI url = URI.create("http://127.0.0.1:" + collector.getAddress().getPort() + "/v1/filings");
    return new MarketFeed(market(), new Until(end), url, folder, complaints::add);
  }

  /** Time that is at once what somebody waits for, until an end. */
  private static final class Until implements Pace {
    private final Instant end;
    private Instant now = BEGIN;

    private Until(Instant end) {
      this.end = end;
    }

    @Override
    public boolean reach(Instant moment) {
      now = moment.isAfter(now) ? moment : now;
      return !now.isAfter(end);
    }

    @Override
    public Instant now() {
      return now;
    }
  }
}
