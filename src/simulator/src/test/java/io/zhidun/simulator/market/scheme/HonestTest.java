package io.zhidun.simulator.market.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HonestTest {
  @Test
  void tenantsShareTheHouseButNoDeviceAndHardlyAPhone() {
    ReadMarket market = ReadMarket.with("incubator");
    List<JsonNode> filings = market.filingsOf(market.negative().filings());

    assertThat(market.negative().members()).hasSizeGreaterThan(100);
    assertThat(ReadMarket.distinct(filings, f -> f.get("ip"))).hasSize(1);
    assertThat(ReadMarket.distinct(filings, f -> f.get("deviceFingerprint")))
        .hasSize(filings.size());
    assertThat(ReadMarket.distinct(filings, f -> f.get("contact").get("phone")))
        .hasSizeGreaterThan(filings.size() * 8 / 10);
  }

  @Test
  void registeredAddressIsOneRoom() {
    ReadMarket market = ReadMarket.with("registered-address");
    List<JsonNode> filings = market.filingsOf(market.negative().filings());

    assertThat(
            ReadMarket.distinct(
                filings, f -> f.get("applicants").get(0).get("address").get("text")))
        .hasSize(1);
  }

  @Test
  void defensiveOwnerHasOneMarkInAllClasses() {
    ReadMarket market = ReadMarket.with("defensive-mark");
    List<JsonNode> filings = market.filingsOf(market.negative().filings());

    assertThat(ReadMarket.distinct(filings, f -> f.get("markText"))).hasSize(1);
    assertThat(ReadMarket.distinct(filings, f -> f.get("niceClasses").get(0))).hasSize(45);
  }

  @Test
  void consumerGroupHasMoreThanAHundredAndFiftyMarks() {
    ReadMarket market = ReadMarket.with("consumer-group");

    assertThat(market.negative().members()).hasSize(1);
    assertThat(market.negative().filings()).hasSizeGreaterThan(150);
  }

  @Test
  void pairsDeclareEachOther() {
    ReadMarket market = ReadMarket.with("declared-pairs");
    for (String number : market.negative().filings()) {
      String other = market.filing(number).get("declaredPair").asString();
      assertThat(market.filing(other).get("declaredPair").asString()).isEqualTo(number);
    }
  }

  @Test
  void divisionalsNameTheirParent() {
    ReadMarket market = ReadMarket.with("family");
    List<String> numbers = market.negative().filings();

    assertThat(numbers).hasSizeGreaterThanOrEqualTo(3);
    for (String number : numbers.subList(1, numbers.size())) {
      assertThat(market.filing(number).get("parentApplication").asString())
          .isEqualTo(numbers.get(0));
    }
  }

  @Test
  void batchClientIsQuickAndSaysWhatItIs() {
    ReadMarket market = ReadMarket.with("batch-upload");
    assertThat(market.filingsOf(market.negative().filings()))
        .allSatisfy(f -> assertThat(f.get("clientId").asString()).startsWith("batch-"));
  }
}
