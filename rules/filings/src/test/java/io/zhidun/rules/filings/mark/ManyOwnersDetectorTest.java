package io.zhidun.rules.filings.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.filings.signal.Signal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ManyOwnersDetectorTest {

  private final MarkRecords stream = MarkRecords.ofAll();

  @BeforeEach
  void protect() {
    stream.protect("康师傅", 30);
    stream.protect("娃哈哈", 32);
    stream.protect("特仑苏", 29);
    stream.protect("老干妈", 30);
  }

  @Test
  void firesAtTheThirdOwner() {
    stream.file("某甲", "康帅傅", 30);
    stream.file("某甲", "哇哈哈", 32);
    assertThat(signals()).isEmpty();
    stream.file("某甲", "特伦苏", 29);
    assertThat(signals()).hasSize(1);
    Signal signal = signals().get(0);
    assertThat(signal.numbers()).containsEntry("owners", 3);
    assertThat(signal.evidence()).hasSize(3);
    stream.file("某甲", "老干马", 30);
    assertThat(signals().get(1).score()).isGreaterThan(signal.score());
    assertThat(signals().get(1).id()).isEqualTo(signal.id());
  }

  @Test
  void doesNotCountOneOwnerThrice() {
    stream.file("某甲", "康帅傅", 30);
    stream.file("某甲", "康师付", 30);
    stream.file("某甲", "康思傅", 30);
    assertThat(signals()).isEmpty();
  }

  @Test
  void doesNotAddUpApplicants() {
    stream.file("某甲", "康帅傅", 30);
    stream.file("某乙", "哇哈哈", 32);
    stream.file("某丙", "特伦苏", 29);
    assertThat(signals()).isEmpty();
  }

  @Test
  void forgetsAfterThirtySixMonths() {
    stream.file("某甲", "康帅傅", 30);
    stream.file("某甲", "哇哈哈", 32);
    stream.passDays(3 * 366);
    stream.file("某甲", "特伦苏", 29);
    assertThat(signals()).isEmpty();
  }

  private List<Signal> signals() {
    return stream.signals(ManyOwnersDetector.CODE);
  }
}
