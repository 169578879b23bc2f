package io.zhidun.rules.filings.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.filings.Patents;
import io.zhidun.rules.filings.Prose;
import io.zhidun.rules.filings.record.ChangeKind;
import io.zhidun.rules.filings.record.Family;
import io.zhidun.rules.filings.record.FilingChange;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.signal.Signal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextScreenTest {

  private final TextScreen screen = new TextScreen();
  private final List<Signal> signals = new ArrayList<>();

  @Test
  void unrelatedTexts_areQuiet() {
    for (int i = 0; i < 300; i++) {
      see(Patents.of("f" + i, "applicant " + i, i));
    }

    assertThat(signals).isEmpty();
  }

  @Test
  void exactCopyUnderAnotherTitle_isATitleOnlyChange() {
    Patents original = Patents.of("first", "甲公司", 1);
    see(original);
    see(Patents.of("copy", "乙公司", 2).like(original));

    assertThat(codes()).contains("title-only-change", "near-duplicate-text");
    Signal signal = signal("title-only-change");
    assertThat(signal.subject().name()).isEqualTo("乙公司");
    assertThat(signal.evidence().get(0).values())
        .containsEntry("filing", "copy")
        .containsEntry("other", "first")
        .containsEntry("claims", 1.0);
  }

  @Test
  void editedAbstract_isFoundAtATenthOfItsCharacters() {
    int found = 0;
    for (int i = 0; i < 100; i++) {
      Patents original = Patents.of("first" + i, "甲", i);
      see(original);
      Patents other = Patents.of("edited" + i, "乙" + i, 1_000 + i);
      String edited = new Prose(2_000 + i).edited(original.abstractText(), 0.1);
      see(other.with(edited, other.claims(), other.description()));
      found += codes().contains("near-duplicate-text") ? 1 : 0;
      signals.clear();
    }

    assertThat(found).isGreaterThanOrEqualTo(99);
  }

  @Test
  void eachFifthCharacterReplaced_isFoundMostly() {
    List<Patents> originals = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      originals.add(Patents.of("first" + i, "甲", i));
      see(originals.get(i));
    }
    int found = 0;
    for (int i = 0; i < 200; i++) {
      Patents other = Patents.of("edited" + i, "乙" + i, 1_000 + i);
      String edited = new Prose(2_000 + i).edited(originals.get(i).abstractText(), 0.2);
      signals.clear();
      see(other.with(edited, other.claims(), other.description()));
      found += codes().contains("near-duplicate-text") ? 1 : 0;
    }

    assertThat(found).isGreaterThanOrEqualTo(190);
  }

  @Test
  void copiedDescriptionAlone_isFound() {
    Patents original = Patents.of("first", "甲", 1);
    Patents other = Patents.of("other", "乙", 2);
    see(original);
    see(other.with(other.abstractText(), other.claims(), original.description()));

    assertThat(signal("near-duplicate-text").evidence().get(0).values())
        .containsEntry("part", "description");
  }

  @Test
  void familyPairAndDivision_mayShareTheirText() {
    Patents original = Patents.of("first", "甲", 1);
    see(original);
    see(Patents.of("pair", "乙", 2).like(original).of(new Family(List.of(), null, "first", null)));
    see(Patents.of("part", "乙", 2).like(original).of(new Family(List.of(), "first", null, null)));
    see(
        Patents.of("later", "乙", 2)
            .like(original)
            .of(new Family(List.of("first"), null, null, null)));

    assertThat(signals).isEmpty();
  }

  @Test
  void twoLikeFilingsOfOneApplicant_areASeriesAndThreeAreRepetition() {
    Patents original = Patents.of("1", "甲", 1);
    see(original);
    see(Patents.of("2", "甲", 2).titled(original.title()).like(original));
    assertThat(codes()).doesNotContain("repeated-own-text");

    see(Patents.of("3", "甲", 3).titled(original.title()).like(original));

    assertThat(signal("repeated-own-text").filings()).containsExactlyInAnyOrder("1", "2", "3");
  }

  @Test
  void sameDevice_makesTwoApplicantsOneHand() {
    Patents original = Patents.of("1", "甲", 1).from("device-1");
    see(original);
    see(Patents.of("2", "乙", 2).like(original).from("device-1"));
    see(Patents.of("3", "丙", 3).like(original).from("device-2"));

    List<Signal> hands =
        signals.stream().filter(s -> s.code().equals("copied-by-same-hand")).toList();
    assertThat(hands).extracting(signal -> signal.subject().name()).containsExactly("乙");
  }

  @Test
  void textWithdrawnAfterANotice_isFoundWhenItComesAgain() {
    Patents original = Patents.of("1", "甲", 1);
    see(original);
    change("1", ChangeKind.WITHDRAWAL);
    see(Patents.of("2", "乙", 2).like(original));
    assertThat(codes()).doesNotContain("resubmitted-text");
    change("1", ChangeKind.NOTICE);

    see(Patents.of("3", "丙", 3).like(original));

    assertThat(signal("resubmitted-text").score()).isGreaterThan(0.85);
  }

  @Test
  void sentencesOfManyFilings_areASplice() {
    List<Patents> sources = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      sources.add(Patents.of("source" + i, "applicant" + i, i));
      see(sources.get(i));
    }
    StringBuilder spliced = new StringBuilder();
    for (Patents source : sources) {
      spliced.append(source.description(), 0, 150);
    }
    Patents own = Patents.of("spliced", "乙", 99);
    see(own.with(own.abstractText(), own.claims(), spliced.toString()));

    assertThat(signal("spliced-text").evidence().get(0).type()).isEqualTo("spliced-sources");
  }

  @Test
  void replacedNounsInOneTemplate_areFoundAtTheThirdFiling() {
    for (int i = 0; i < 3; i++) {
      Patents own = Patents.of("t" + i, "乙" + i, 50 + i);
      see(own.with(own.abstractText(), template(50 + i), own.description()));
    }

    assertThat(signal("replaced-nouns").numbers()).containsEntry("filings", 3);
  }

  @Test
  void textOlderThanThreeYears_isForgotten() {
    Patents original = Patents.of("1", "甲", 1);
    see(original);
    for (int i = 0; i < 1_100; i++) {
      see(Patents.of("between" + i, "丙", 10 + i).on(Patents.DAY.plus(Duration.ofDays(1_100))));
    }
    signals.clear();

    see(Patents.of("2", "乙", 2).like(original).on(Patents.DAY.plus(Duration.ofDays(1_200))));

    assertThat(signals).isEmpty();
  }

  @Test
  void filingWithoutTexts_isNoFault() {
    see(Patents.of("1", "甲", 1).with("", List.of(), ""));
    see(Patents.of("2", "乙", 2).with("", List.of(), ""));

    assertThat(signals).isEmpty();
  }

  private static List<String> template(long seed) {
    Prose prose = new Prose(seed);
    List<String> claims = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      claims.add(
          "一种"
              + word(prose)
              + "的方法，其特征在于，包括以下步骤：将"
              + word(prose)
              + "设置在"
              + word(prose)
              + "的上，并且通过"
              + word(prose)
              + "与"
              + word(prose)
              + "连接；根据"
              + word(prose)
              + "的时间，由"
              + word(prose)
              + "对"
              + word(prose)
              + "进行固定，得到"
              + word(prose)
              + (i % 2 == 0 ? "；当使用后，则从中分别设置。" : "，以及用于把其沿连接的后。"));
    }
    return claims;
  }

  private static String word(Prose prose) {
    return prose.sentence(5).replaceAll("[，。]", "");
  }

  private void see(Patents patent) {
    see(patent.filing());
  }

  private void change(String number, ChangeKind kind) {
    see(new FilingChange(number, kind, Patents.DAY, List.of(), List.of(), List.of(), null, null));
  }

  private void see(FilingRecord record) {
    screen.see(Digest.of(record), signals::add);
  }

  private List<String> codes() {
    return signals.stream().map(Signal::code).distinct().toList();
  }

  private Signal signal(String code) {
    return signals.stream()
        .filter(signal -> signal.code().equals(code))
        .reduce((first, last) -> last)
        .orElseThrow(() -> new AssertionError(code + " is not among " + codes()));
  }
}
