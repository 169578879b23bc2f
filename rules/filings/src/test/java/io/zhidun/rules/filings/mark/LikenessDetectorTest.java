package io.zhidun.rules.filings.mark;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.filings.record.ProtectedMark.Fame;
import io.zhidun.rules.filings.signal.Evidence;
import io.zhidun.rules.filings.signal.Signal;
import io.zhidun.rules.filings.signal.SignalFamily;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LikenessDetectorTest {

  private final MarkRecords stream = MarkRecords.ofAll();

  @Test
  void namesOwnerMarkPartsAndClassesInCommon() {
    stream.protect("康师傅", 29, 30, 32);
    String application = stream.file("某甲", "康帅傅", 30, 43);
    Signal signal = onlyLikeness();
    assertThat(signal.family()).isEqualTo(SignalFamily.MARK);
    assertThat(signal.subject().id()).isEqualTo("applicant:code-某甲");
    assertThat(signal.window()).isEqualTo(application);
    assertThat(signal.filings()).containsExactly(application);
    assertThat(signal.score()).isGreaterThan(0.8);
    Evidence evidence = signal.evidence().get(0);
    assertThat(evidence.type()).isEqualTo("protected-mark-likeness");
    assertThat(evidence.values())
        .containsEntry("protectedMark", "康师傅")
        .containsEntry("owner", "康师傅公司")
        .containsEntry("classesInCommon", List.of(30))
        .containsKeys("likeness", "reading", "shape", "meaning");
    assertThat(signal.numbers()).containsEntry("mark", "康帅傅");
  }

  @Test
  void leavesTheOwnerAlone() {
    stream.protect("康师傅", 30);
    stream.file("康师傅公司", "康师傅", 30);
    assertThat(likenesses()).isEmpty();
  }

  @Test
  void leavesTheOwnersGroupAlone() {
    stream.protect("康师傅", 30);
    stream.organisation("code-子公司", 10, LocalDate.of(2010, 1, 1), "code-康师傅公司");
    stream.file("子公司", "康师傅", 30);
    assertThat(likenesses()).isEmpty();
  }

  @Test
  void reachesBeyondTheClassesForWellKnownMarksOnly() {
    stream.protect("青羚羊", Fame.WELL_KNOWN, "甲", List.of(), 33);
    stream.protect("紫骆驼", Fame.KNOWN, "乙", List.of(), 33);
    stream.protect("黄斑马", Fame.REGISTERED, "丙", List.of(), 33);
    stream.file("某甲", "青羚羊", 7);
    stream.file("某乙", "紫骆驼", 7);
    stream.file("某丙", "黄斑马", 7);
    assertThat(likenesses())
        .extracting(signal -> signal.numbers().get("protectedMark"))
        .containsExactly("青羚羊", "紫骆驼");
    stream.file("某丙", "黄斑马", 33);
    assertThat(likenesses()).hasSize(3);
  }

  @Test
  void scoresTheSameLikenessHigherWhereTheGoodsMeet() {
    stream.protect("青羚羊", 33);
    stream.file("某甲", "青羚洋", 7);
    stream.file("某乙", "青羚洋", 33);
    assertThat(likenesses().get(1).score()).isGreaterThan(likenesses().get(0).score());
  }

  @Test
  void comparesAliasesAsMeaning() {
    stream.protect("NIKE", Fame.WELL_KNOWN, "甲", List.of("耐克"), 25);
    stream.file("某甲", "耐克", 25);
    assertThat(onlyLikeness().numbers()).containsEntry("protectedMark", "NIKE");
    assertThat(onlyLikeness().numbers())
        .containsEntry("meaning", 1.0)
        .containsEntry("likeness", 0.97);
  }

  @Test
  void leavesDescriptiveWordsAlone() {
    stream.protect("苹果", 9);
    stream.file("某甲", "苹果", 31);
    stream.file("某乙", "苹果园", 31);
    assertThat(likenesses()).isEmpty();
    stream.file("某丙", "苹果手机", 9);
    assertThat(likenesses()).hasSize(1);
  }

  @Test
  void takesTheWordsThatTheRegisterGaveLast() {
    stream.protect("青羚羊", Fame.REGISTERED, "甲", List.of(), 33);
    stream.protect("青羚羊", Fame.WELL_KNOWN, "甲", List.of("蓝羚羊"), 33);
    stream.file("某甲", "蓝羚羊", 33);
    assertThat(onlyLikeness().numbers()).containsEntry("fame", "well-known");
  }

  @Test
  void holdsTenThousandAliasesButFewOfEachMark() {
    for (int mark = 0; mark < 400; mark++) {
      String first = "别" + (char) ('一' + mark);
      List<String> aliases =
          IntStream.range(0, 40).mapToObj(i -> first + (char) ('开' + i) + "名").toList();
      stream.protect("号" + mark, Fame.WELL_KNOWN, "主" + mark, aliases, 33);
    }
    stream.file("某甲", "别丁开名", 33);
    assertThat(onlyLikeness().evidence()).hasSizeLessThanOrEqualTo(ProtectedMarks.MOST_HITS);
  }

  private Signal onlyLikeness() {
    assertThat(likenesses()).hasSize(1);
    return likenesses().get(0);
  }

  private List<Signal> likenesses() {
    return stream.signals(LikenessDetector.CODE);
  }
}
