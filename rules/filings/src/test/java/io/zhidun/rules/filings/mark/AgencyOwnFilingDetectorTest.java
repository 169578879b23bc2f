package io.zhidun.rules.filings.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.record.PartyKind;
import io.zhidun.rules.filings.record.Telemetry;
import io.zhidun.rules.filings.signal.Signal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgencyOwnFilingDetectorTest {

  private final MarkRecords stream = MarkRecords.ofAll();

  @BeforeEach
  void register() {
    stream.agency("33200", "某某知识产权代理", "code-关联公司");
  }

  @Test
  void firesForTheAgencyOutsideItsServices() {
    String application = stream.file("某某知识产权代理", "青羚羊", 25, 35);
    Signal signal = signals().get(0);
    assertThat(signal.subject().id()).isEqualTo("agency:33200");
    assertThat(signal.window()).isEqualTo(application);
    assertThat(signal.numbers())
        .containsEntry("classes", List.of(25))
        .containsEntry("itself", true);
  }

  @Test
  void firesForADeclaredRelatedPartyWithLess() {
    stream.file("关联公司", "青羚羊", 25);
    stream.file("某某知识产权代理", "青羚羊", 25);
    assertThat(signals().get(0).subject().id()).isEqualTo("agency:33200");
    assertThat(signals().get(0).numbers()).containsEntry("itself", false);
    assertThat(signals().get(0).score()).isLessThan(signals().get(1).score());
  }

  @Test
  void leavesItsOwnServicesAndOthersAlone() {
    stream.file("某某知识产权代理", "青羚羊", 45);
    stream.file("某某知识产权代理", "青羚羊", 35, 42);
    stream.file("某甲", "青羚羊", 25);
    assertThat(signals()).isEmpty();
  }

  @Test
  void forgetsARelationThatTheRegisterNoLongerGives() {
    stream.agency("33200", "某某知识产权代理");
    stream.file("关联公司", "青羚羊", 25);
    assertThat(signals()).isEmpty();
  }

  @Test
  void takesAnApplicantThatSaysItIsAnAgency() {
    Party agency = new Party("另一代理所", PartyKind.AGENCY, null, null, "CN", null);
    stream.file(agency, Telemetry.NONE, "青羚羊", 25);
    assertThat(signals().get(0).subject().id()).isEqualTo("agency:另一代理所");
  }

  @Test
  void takesTheClassesThatASiteGives() {
    MarkRecords own = new MarkRecords(MarkDetectors.all(PublicWords.shipped(), List.of(45)));
    own.agency("33200", "某某知识产权代理");
    own.file("某某知识产权代理", "青羚羊", 35);
    assertThat(own.signals(AgencyOwnFilingDetector.CODE)).hasSize(1);
  }

  private List<Signal> signals() {
    return stream.signals(AgencyOwnFilingDetector.CODE);
  }
}
