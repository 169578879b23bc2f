package io.zhidun.acceptance;

import io.zhidun.events.Json;
import io.zhidun.simulator.market.Market;
import io.zhidun.simulator.market.MarketLine;
import io.zhidun.simulator.market.MarketPlan;
import io.zhidun.simulator.market.scheme.SchemeTruth;
import io.zhidun.simulator.market.scheme.SubjectKey;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Minutes of an honest market in which fifty linked companies file near-duplicates from one device.
 *
 * @param before NDJSON lines in order of time, up to the last filing of the companies
 * @param last that filing and what came after it
 * @param members credit codes of the companies
 * @param device from which all of them filed
 */
record LinkedCompanies(List<String> before, List<String> last, Set<String> members, String device) {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final Duration LASTING = Duration.ofMinutes(8);
  private static final double HONEST_A_MINUTE = 20;

  /** The market of the eight minutes that end then. */
  static LinkedCompanies until(Instant end) {
    Instant begin = end.minus(LASTING);
    MarketPlan plan = MarketPlan.quiet(11, begin.atZone(ZONE).toLocalDate(), 3, 0.001);
    Market market = Market.steady(plan, begin, HONEST_A_MINUTE);
    market.addLinkedCompanies(begin.plusSeconds(60));
    List<String> lines = new ArrayList<>();
    for (MarketLine line = market.next(); line.time().isBefore(end); line = market.next()) {
      lines.add(new String(line.json(), StandardCharsets.UTF_8));
    }
    SchemeTruth truth =
        market.truth().stream()
            .filter(SchemeTruth.class::isInstance)
            .map(SchemeTruth.class::cast)
            .findFirst()
            .orElseThrow();
    int at = lines.size() - 1;
    String number = truth.filings().get(truth.filings().size() - 1);
    while (!isFiling(lines.get(at), number)) {
      at--;
    }
    JsonNode filing = Json.mapper().readTree(lines.get(at));
    return new LinkedCompanies(
        List.copyOf(lines.subList(0, at)),
        List.copyOf(lines.subList(at, lines.size())),
        truth.subjects().stream().map(SubjectKey::key).collect(Collectors.toUnmodifiableSet()),
        filing.path("deviceFingerprint").asString());
  }

  private static boolean isFiling(String line, String number) {
    return line.contains("\"applType\"") && line.contains("\"" + number + "\"");
  }
}
