package io.zhidun.simulator.market.scheme;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.simulator.market.text.Shingles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class SchemesTest {
  @Test
  void everyScriptLeavesTruthAboutFilingsThatAreInTheStream() {
    ReadMarket market = ReadMarket.ALL;
    Set<String> named = new TreeSet<>();
    for (Truth truth : market.truth) {
      named.add(truth instanceof SchemeTruth scheme ? scheme.scheme() : negative(truth).negative());
      assertThat(market.filingsOf(filings(truth))).isNotEmpty();
    }
    assertThat(named).containsExactlyInAnyOrderElementsOf(Schemes.names());
  }

  @Test
  void applicantsOfASchemeAreItsSubjectsAndOfNoOther() {
    ReadMarket market = ReadMarket.ALL;
    Set<String> seen = new HashSet<>();
    for (Truth truth : market.truth) {
      if (truth instanceof SchemeTruth scheme) {
        Set<String> keys =
            scheme.subjects().stream().map(SubjectKey::key).collect(Collectors.toSet());
        assertThat(Collections.disjoint(keys, seen)).as(scheme.id()).isTrue();
        seen.addAll(keys);
        if (scheme.subjects().get(0).type().equals("applicant")) {
          assertThat(market.filingsOf(scheme.filings()))
              .allSatisfy(filing -> assertThat(keys).contains(ReadMarket.applicant(filing)));
        }
      }
    }
  }

  @Test
  void randomTextsAloneAreUnlikeEachOtherAndOnlyHint() {
    ReadMarket market = ReadMarket.with("random-texts");
    List<JsonNode> filings = market.filingsOf(market.scheme().filings());

    assertThat(market.scheme().expectedTier()).isEqualTo("hint");
    for (int i = 1; i < filings.size(); i++) {
      assertThat(Shingles.likeness(text(filings.get(i - 1)), text(filings.get(i)))).isLessThan(0.1);
    }
  }

  @Test
  void quickTransferMovesApplicationsToManyAndChangesInventors() {
    ReadMarket market = ReadMarket.with("quick-transfer");
    List<String> moved =
        market.scheme().filings().stream()
            .filter(number -> market.changesOf(number).contains("applicant-change"))
            .toList();

    assertThat(moved.size()).isGreaterThan(market.scheme().filings().size() / 3);
    assertThat(
            moved.stream().filter(number -> market.changesOf(number).contains("inventor-change")))
        .hasSizeGreaterThan(moved.size() / 2);
  }

  @Test
  void resubmissionFollowsNoticeAndWithdrawal() {
    ReadMarket market = ReadMarket.with("resubmission");
    List<String> numbers = market.scheme().filings();
    String first = numbers.get(0);

    assertThat(market.changesOf(first).get(0)).isEqualTo("notice");
    assertThat(market.changesOf(first).get(1)).endsWith("withdrawal");
    double nearest =
        numbers.stream()
            .filter(number -> !number.equals(first))
            .mapToDouble(
                number ->
                    Shingles.likeness(text(market.filing(first)), text(market.filing(number))))
            .max()
            .orElse(0);
    assertThat(nearest).isGreaterThan(0.7);
  }

  @Test
  void overloadedAgentSignsDozensADay() {
    ReadMarket market = ReadMarket.with("agent-overload");
    List<JsonNode> filings = market.filingsOf(market.scheme().filings());

    assertThat(ReadMarket.distinct(filings, f -> f.get("agents").get(0).get("number"))).hasSize(1);
    assertThat(filings.size()).isGreaterThan(40 * days(filings) - 1);
  }

  @Test
  void oneDeviceSignsForManyAgents() {
    ReadMarket market = ReadMarket.with("one-device-many-agents");
    List<JsonNode> filings = market.filingsOf(market.scheme().filings());

    assertThat(ReadMarket.distinct(filings, f -> f.get("deviceFingerprint"))).hasSize(1);
    assertThat(ReadMarket.distinct(filings, f -> f.get("agents").get(0).get("number")))
        .hasSizeBetween(8, 15);
  }

  @Test
  void unlicensedAgencyFilesAfterItsLicenceEnded() {
    ReadMarket market = ReadMarket.with("unlicensed-agency");
    String code = market.scheme().subjects().get(0).key();

    String until = market.entity(code).get("licensedUntil").asString();
    assertThat(market.filingsOf(market.scheme().filings()))
        .allSatisfy(f -> assertThat(f.get("filingDate").asString()).isGreaterThan(until));
  }

  @Test
  void accountFarmRegistersAtOneDevice() {
    ReadMarket market = ReadMarket.with("account-farm");
    List<String> accounts = market.scheme().accounts();
    List<JsonNode> registered =
        market.actions.stream()
            .filter(action -> action.get("action").asString().equals("register"))
            .filter(action -> accounts.contains(action.get("accountId").asString()))
            .toList();

    assertThat(registered).hasSizeBetween(20, 60);
    assertThat(ReadMarket.distinct(registered, a -> a.get("deviceFingerprint"))).hasSize(1);
    assertThat(ReadMarket.distinct(registered, a -> a.get("accountId")))
        .isEqualTo(new TreeSet<>(accounts));
  }

  @Test
  void robotFillsFormsInSecondsThatHardlyDiffer() {
    ReadMarket market = ReadMarket.with("robot-filing");
    String account = market.scheme().accounts().get(0);
    List<Double> seconds = new ArrayList<>();
    for (JsonNode action : market.actions) {
      if (action.has("formSeconds") && action.get("accountId").asString().equals(account)) {
        seconds.add(action.get("formSeconds").asDouble());
      }
    }
    double least = seconds.stream().mapToDouble(Double::doubleValue).min().orElse(0);
    double most = seconds.stream().mapToDouble(Double::doubleValue).max().orElse(99);
    assertThat(most).isLessThan(6);
    assertThat(most - least).isLessThan(1);
  }

  @Test
  void lettersToInvalidContactsComeBack() {
    ReadMarket market = ReadMarket.with("invalid-contacts");
    List<String> numbers = market.scheme().filings();

    assertThat(ReadMarket.distinct(market.filingsOf(numbers), f -> f.get("contact").get("phone")))
        .hasSize(1);
    assertThat(
            numbers.stream().filter(n -> market.changesOf(n).contains("delivery-failed")).count())
        .isGreaterThan(numbers.size() / 3);
  }

  @Test
  void agencyFilesForItselfWhatIsNoServiceOfIts() {
    ReadMarket market = ReadMarket.with("agency-own-marks");
    for (JsonNode filing : market.filingsOf(market.scheme().filings())) {
      JsonNode agency = market.entity(filing.get("agency").get("code").asString());
      assertThat(agency.get("relatedParties").get(0).asString())
          .isEqualTo(ReadMarket.applicant(filing));
      assertThat(filing.get("niceClasses").get(0).asInt()).isLessThan(35);
    }
  }

  private static int days(List<JsonNode> filings) {
    return ReadMarket.distinct(filings, f -> f.get("filingDate")).size();
  }

  private static List<String> filings(Truth truth) {
    return truth instanceof SchemeTruth scheme ? scheme.filings() : negative(truth).filings();
  }

  private static NegativeTruth negative(Truth truth) {
    return (NegativeTruth) truth;
  }

  private static String text(JsonNode filing) {
    return filing.get("description").asString();
  }
}
