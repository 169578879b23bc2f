package io.zhidun.simulator.market.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LinkedApplicantsTest {
  @Test
  void dispersedFilingSharesThreePhonesTwoPayersAndOneDeviceOverFourProvinces() {
    ReadMarket market = ReadMarket.with("dispersed-filing");
    SchemeTruth truth = market.scheme();
    List<JsonNode> filings = market.filingsOf(truth.filings());

    assertThat(truth.group()).isTrue();
    assertThat(truth.subjects()).hasSizeBetween(20, 60);
    assertThat(ReadMarket.distinct(filings, filing -> filing.get("contact").get("phone")))
        .hasSize(3);
    assertThat(ReadMarket.distinct(filings, filing -> filing.get("payerAccount"))).hasSize(2);
    assertThat(ReadMarket.distinct(filings, filing -> filing.get("deviceFingerprint"))).hasSize(1);
    assertThat(
            filings.stream()
                .map(filing -> filing.get("applicants").get(0).get("address").get("text"))
                .map(text -> text.asString().substring(0, 2))
                .distinct())
        .hasSizeBetween(3, 4);
  }

  @Test
  void shellOwnersAreYoungEmptyAndFileOneOrTwoMarksEach() {
    ReadMarket market = ReadMarket.with("shell-owners");
    SchemeTruth truth = market.scheme();

    assertThat(truth.filings())
        .hasSizeBetween(truth.subjects().size(), truth.subjects().size() * 2);
    for (SubjectKey subject : truth.subjects()) {
      assertThat(market.entity(subject.key()).get("insuredHeadcount").asInt()).isZero();
    }
  }
}
