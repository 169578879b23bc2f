package io.zhidun.simulator.market.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MarkSchemesTest {
  @Test
  void hoarderFilesUnrelatedMarksInManyClasses() {
    ReadMarket market = ReadMarket.with("hoarding");
    List<JsonNode> filings = market.filingsOf(market.scheme().filings());

    assertThat(filings).hasSizeGreaterThan(150);
    Set<String> names = ReadMarket.distinct(filings, filing -> filing.get("markText"));
    assertThat(names.size()).isGreaterThan(filings.size() * 9 / 10);
    assertThat(ReadMarket.distinct(filings, filing -> filing.get("niceClasses").get(0)))
        .hasSizeGreaterThan(30);
  }

  @Test
  void imitatorTakesOneMarkThatIsWellKnown() {
    ReadMarket market = ReadMarket.with("imitation");
    List<JsonNode> filings = market.filingsOf(market.scheme().filings());

    boolean near =
        market.entities.values().stream()
            .filter(entity -> entity.path("fame").asString("").equals("well-known"))
            .map(entity -> entity.get("name").asString())
            .anyMatch(
                name ->
                    filings.stream()
                        .allMatch(filing -> shares(name, filing.get("markText").asString())));
    assertThat(near).isTrue();
  }

  @Test
  void repeaterIsRefusedBetweenItsFilings() {
    ReadMarket market = ReadMarket.with("repeated-against-one");
    List<String> numbers = market.scheme().filings();

    assertThat(numbers).hasSizeGreaterThanOrEqualTo(3);
    assertThat(market.changesOf(numbers.get(0))).containsExactly("refusal");
  }

  @Test
  void sellerAssignsWhatWasJustRegistered() {
    ReadMarket market = ReadMarket.with("file-and-sell");
    long sold =
        market.scheme().filings().stream()
            .filter(number -> market.changesOf(number).contains("assignment"))
            .count();

    assertThat(sold / (double) market.scheme().filings().size()).isGreaterThan(0.3);
  }

  @Test
  void squatterFilesOnAfterDecisionsOfBadFaith() {
    ReadMarket market = ReadMarket.with("known-squatter");
    List<String> numbers = market.scheme().filings();

    assertThat(market.changesOf(numbers.get(0))).containsExactly("bad-faith-decision");
    assertThat(market.changesOf(numbers.get(numbers.size() - 1))).isEmpty();
  }

  /** All but one of the shorter one's characters stand in the other. */
  private static boolean shares(String name, String other) {
    long common = name.chars().filter(character -> other.indexOf(character) >= 0).count();
    return common >= name.length() - 1;
  }
}
