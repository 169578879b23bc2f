package io.zhidun.simulator.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.events.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MarketTest {
  private static final LocalDate MONDAY = LocalDate.parse("2026-09-07");

  @Test
  void linesComeInTheOrderOfTimeAndId() {
    Market market = new Market(plan(7, 3));
    Instant time = Instant.MIN;
    String id = "";
    int lines = 0;
    while (market.hasNext()) {
      MarketLine line = market.next();
      assertThat(line.time()).isAfterOrEqualTo(time);
      if (line.time().equals(time)) {
        assertThat(line.id()).isGreaterThan(id);
      }
      time = line.time();
      id = line.id();
      lines++;
    }
    assertThat(lines).isGreaterThan(3_000);
    assertThat(time).isBefore(Instant.parse("2026-09-09T16:00:00Z"));
  }

  @Test
  void equalPlansGiveEqualBytesAndOtherSeedsOthers() {
    assertThat(digest(plan(7, 2))).isEqualTo(digest(plan(7, 2)));
    assertThat(digest(plan(7, 2))).isNotEqualTo(digest(plan(8, 2)));
  }

  @Test
  void everyLineIsOneObjectAndWhatItNamesWasIntroduced() {
    Market market = new Market(plan(7, 5));
    Set<String> known = new HashSet<>();
    Set<String> numbers = new HashSet<>();
    Map<String, Integer> kinds = new HashMap<>();
    while (market.hasNext()) {
      JsonNode line = read(market.next());
      if (line.has("entity")) {
        assertThat(known.add(line.get("code").asString())).isTrue();
        kinds.merge(line.get("entity").asString(), 1, Integer::sum);
      } else if (line.has("action")) {
        kinds.merge(line.get("action").asString(), 1, Integer::sum);
      } else if (!line.has("change")) {
        assertThat(numbers.add(line.get("applicationNumber").asString())).isTrue();
        kinds.merge(line.get("applType").asString(), 1, Integer::sum);
        if (line.has("agency")) {
          assertThat(known).contains(line.get("agency").get("code").asString());
        }
      }
    }
    assertThat(kinds)
        .containsKeys("organisation", "agency", "protected-mark")
        .containsKeys("sign-in", "open-form", "upload", "sign", "submit", "pay")
        .containsKeys("invention", "utility-model", "pct-invention", "trademark");
  }

  @Test
  void dailyVolumeKeepsToTheOfficesRates() {
    Map<String, Integer> filings = new HashMap<>();
    Market market = new Market(MarketPlan.quiet(3, MONDAY, 5, 0.02).detail(0));
    while (market.hasNext()) {
      JsonNode line = read(market.next());
      if (line.has("applType")) {
        boolean mark = line.get("applType").asString().equals("trademark");
        filings.merge(mark ? "marks" : "patents", 1, Integer::sum);
      }
    }
    // Five working days at a fiftieth: 12,500 and 26,000 an average day, 1.21 of it when worked.
    assertThat(filings.get("patents")).isBetween(1_300, 1_800);
    assertThat(filings.get("marks")).isBetween(2_800, 3_700);
  }

  @Test
  void aMarketToWatchThatIsStartedAgainFilesOtherThingsUnderOtherNumbers() {
    Instant noon = Instant.parse("2026-09-07T04:00:00Z");

    Map<String, String> first = abstractsByNumber(noon);
    Map<String, String> second = abstractsByNumber(noon.plusSeconds(1_800));

    assertThat(first).hasSizeGreaterThan(500);
    assertThat(second).hasSizeGreaterThan(500).doesNotContainKeys(array(first.keySet()));
    assertThat(second.values()).doesNotContain(array(new HashSet<>(first.values())));
  }

  private static String[] array(Set<String> texts) {
    return texts.toArray(String[]::new);
  }

  /** What half an hour brings. */
  private static Map<String, String> abstractsByNumber(Instant begin) {
    Market market = Market.steady(MarketPlan.quiet(3, MONDAY, 1, 0.01).detail(0), begin, 30);
    Instant end = begin.plusSeconds(1_800);
    Map<String, String> abstracts = new HashMap<>();
    MarketLine next = market.next();
    while (next.time().isBefore(end)) {
      JsonNode line = read(next);
      if (line.has("applType")) {
        String number = line.get("applicationNumber").asString();
        abstracts.put(number, line.path("abstract").asString(number));
      }
      next = market.next();
    }
    return abstracts;
  }

  @Test
  void refusesPlansThatCannotBe() {
    assertThatThrownBy(() -> MarketPlan.of(1, MONDAY, 0, 1))
        .hasMessage("days must be from 1 to 1100, was 0");
    assertThatThrownBy(() -> MarketPlan.of(1, MONDAY, 1, 0))
        .hasMessage("scale must be above 0 and at most 4, was 0.0");
    assertThatThrownBy(() -> MarketPlan.of(1, MONDAY, 1, 1).schemes(Set.of("hording")))
        .hasMessageStartingWith("scheme \"hording\" is not one of [");
  }

  private static MarketPlan plan(long seed, int days) {
    return MarketPlan.quiet(seed, MONDAY, days, 0.01);
  }

  private static JsonNode read(MarketLine line) {
    return Json.mapper().readTree(new String(line.json(), StandardCharsets.UTF_8));
  }

  private static long digest(MarketPlan plan) {
    Market market = new Market(plan);
    long digest = 0;
    while (market.hasNext()) {
      digest = digest * 31 + Arrays.hashCode(market.next().json());
    }
    return digest;
  }
}
