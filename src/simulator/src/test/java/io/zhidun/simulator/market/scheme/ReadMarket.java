package io.zhidun.simulator.market.scheme;

import io.zhidun.events.Json;
import io.zhidun.simulator.market.Market;
import io.zhidun.simulator.market.MarketPlan;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** A market that was read to its end, by application number. */
final class ReadMarket {
  /** A small quarter with all schemes and look-alikes. */
  static final ReadMarket ALL =
      new ReadMarket(MarketPlan.of(11, LocalDate.parse("2026-07-01"), 91, 0.0003).detail(0));

  final Map<String, JsonNode> filings = new HashMap<>();
  final Map<String, List<JsonNode>> changes = new HashMap<>();
  final List<JsonNode> actions = new ArrayList<>();
  final Map<String, JsonNode> entities = new HashMap<>();
  final List<Truth> truth;

  private ReadMarket(MarketPlan plan) {
    Market market = new Market(plan);
    while (market.hasNext()) {
      add(Json.mapper().readTree(new String(market.next().json(), StandardCharsets.UTF_8)));
    }
    truth = market.truth();
  }

  /** A small market of a quarter with that scheme. */
  static ReadMarket with(String scheme) {
    LocalDate from = LocalDate.parse("2026-07-01");
    return new ReadMarket(MarketPlan.of(11, from, 91, 0.0003).schemes(Set.of(scheme)).detail(0));
  }

  private void add(JsonNode line) {
    if (line.has("change")) {
      changes
          .computeIfAbsent(line.get("applicationNumber").asString(), key -> new ArrayList<>())
          .add(line);
    } else if (line.has("action")) {
      actions.add(line);
    } else if (line.has("entity")) {
      entities.put(line.get("code").asString(), line);
    } else {
      filings.put(line.get("applicationNumber").asString(), line);
    }
  }

  SchemeTruth scheme() {
    return (SchemeTruth) truth.get(0);
  }

  NegativeTruth negative() {
    return (NegativeTruth) truth.get(0);
  }

  /** Its filings in the order of the truth. */
  List<JsonNode> filingsOf(List<String> numbers) {
    return numbers.stream().map(this::filing).toList();
  }

  JsonNode filing(String number) {
    return Objects.requireNonNull(filings.get(number), number);
  }

  JsonNode entity(String code) {
    return Objects.requireNonNull(entities.get(code), code);
  }

  List<String> changesOf(String number) {
    return changes.getOrDefault(number, List.of()).stream()
        .map(change -> change.get("change").asString())
        .toList();
  }

  static Set<String> distinct(List<JsonNode> filings, Function<JsonNode, JsonNode> value) {
    Set<String> found = new TreeSet<>();
    filings.forEach(filing -> found.add(value.apply(filing).asString()));
    return found;
  }

  static String applicant(JsonNode filing) {
    JsonNode first = filing.get("applicants").get(0);
    return first.has("code") ? first.get("code").asString() : first.get("idNumber").asString();
  }
}
