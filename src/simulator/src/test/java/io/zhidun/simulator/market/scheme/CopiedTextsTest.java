package io.zhidun.simulator.market.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.simulator.market.text.Shingles;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CopiedTextsTest {
  @Test
  void retitledDuplicatesDifferInNothingButTitleAndApplicant() {
    ReadMarket market = ReadMarket.with("retitled-duplicates");
    SchemeTruth truth = market.scheme();
    List<JsonNode> filings = market.filingsOf(truth.filings());

    assertThat(truth.kind()).isEqualTo("P1");
    assertThat(filings).hasSizeGreaterThan(2);
    assertThat(ReadMarket.distinct(filings, filing -> filing.get("description"))).hasSize(1);
    assertThat(ReadMarket.distinct(filings, filing -> filing.get("inventionTitle")))
        .hasSize(filings.size());
    assertThat(filings.stream().map(ReadMarket::applicant).collect(Collectors.toSet()))
        .isEqualTo(truth.subjects().stream().map(SubjectKey::key).collect(Collectors.toSet()));
  }

  @Test
  void editedDuplicatesStayAlike() {
    ReadMarket market = ReadMarket.with("edited-duplicates");
    List<JsonNode> filings = market.filingsOf(market.scheme().filings());

    String first = text(filings.get(0));
    for (JsonNode filing : filings.subList(1, filings.size())) {
      assertThat(Shingles.likeness(first, text(filing))).isBetween(0.2, 0.95);
    }
  }

  @Test
  void splicedTextsHoldSentencesOfEarlierFilings() {
    ReadMarket market = ReadMarket.with("spliced-texts");
    List<String> numbers = market.scheme().filings();
    String earlier =
        market.filingsOf(numbers.subList(0, numbers.size() - 1)).stream()
            .map(CopiedTextsTest::text)
            .collect(Collectors.joining());

    String last = text(market.filing(numbers.get(numbers.size() - 1)));
    List<String> sentences = Arrays.stream(last.split("。")).toList();
    long found = sentences.stream().filter(earlier::contains).count();
    assertThat(found / (double) sentences.size()).isGreaterThan(0.8);
  }

  @Test
  void copiesOfOthersAreLikeAnHonestFilingBeforeThem() {
    ReadMarket market = ReadMarket.with("copied-from-others");
    for (JsonNode copy : market.filingsOf(market.scheme().filings())) {
      double nearest =
          market.filings.values().stream()
              .filter(other -> other.has("description") && other != copy)
              .filter(
                  other ->
                      other
                              .get("submittedAt")
                              .asString()
                              .compareTo(copy.get("submittedAt").asString())
                          < 0)
              .mapToDouble(other -> Shingles.likeness(text(other), text(copy)))
              .max()
              .orElse(0);
      assertThat(nearest).isGreaterThan(0.3);
    }
  }

  private static String text(JsonNode filing) {
    return filing.get("description").asString();
  }
}
