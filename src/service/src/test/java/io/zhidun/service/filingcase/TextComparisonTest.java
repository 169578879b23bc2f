package io.zhidun.service.filingcase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zhidun.service.filingcase.TextComparison.Passage;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextComparisonTest {
  private static final String PUMP = "一种用于冷却服务器的循环泵装置，包括泵体与叶轮";

  @Test
  void sameTextIsOnePassage() {
    TextComparison same = TextComparison.of(PUMP, PUMP);

    assertThat(same.similarity()).isEqualTo(1);
    assertThat(same.shared()).containsExactly(new Passage(0, PUMP.length(), 0, PUMP.length()));
  }

  @Test
  void unrelatedTextsShareNothing() {
    TextComparison none = TextComparison.of(PUMP, "基于区块链的农产品溯源方法及其存储介质的设计");

    assertThat(none.similarity()).isZero();
    assertThat(none.shared()).isEmpty();
  }

  @Test
  void passagesThatChangedPlacesAreBothFound() {
    String first = "冷却液经由进水口流入泵体内腔；";
    String second = "叶轮由电机驱动并带动冷却液循环。";
    TextComparison moved = TextComparison.of(first + second, second + first);

    assertThat(texts(second + first, moved)).containsExactly(second, first);
    assertThat(moved.similarity()).isEqualTo(1);
  }

  @Test
  void aReplacedWordSplitsThePassageAround() {
    String a = "本实用新型公开了一种铝合金散热装置及其制造工艺流程";
    String b = a.replace("铝合金", "石墨烯");
    TextComparison replaced = TextComparison.of(a, b);

    assertThat(texts(b, replaced))
        .as("offsets of the second text")
        .containsExactly("本实用新型公开了一种", "散热装置及其制造工艺流程");
    assertThat(replaced.similarity())
        .isCloseTo((a.length() - 3) / (double) a.length(), within(1e-9));
  }

  @Test
  void shorterThanEightCharactersIsNoPassage() {
    assertThat(TextComparison.of("甲乙丙丁戊己庚一", "甲乙丙丁戊己庚二").shared()).isEmpty();
    assertThat(TextComparison.of("甲乙丙丁戊己庚辛一", "甲乙丙丁戊己庚辛二").shared()).hasSize(1);
  }

  @Test
  void aShortTitleIsSharedOnlyAsAWhole() {
    assertThat(TextComparison.of("循环泵", "循环泵").similarity()).isEqualTo(1);
    assertThat(TextComparison.of("循环泵", "循环阀").similarity()).isZero();
    assertThat(TextComparison.of("", "").shared()).isEmpty();
  }

  @Test
  void aRepeatedPassageIsSharedEachTime() {
    String sentence = "所述叶轮由电机驱动并循环。";
    TextComparison repeated = TextComparison.of(sentence, sentence + sentence + sentence);

    assertThat(repeated.shared()).hasSize(3).allMatch(one -> one.aStart() == 0);
    assertThat(repeated.similarity()).isEqualTo(1);
  }

  @Test
  void halfAPairOfSurrogatesIsNotShared() {
    String a = "𠀀一二三四五六七八𠀁";
    // The last sign differs in its second half only.
    String b = "𠀀一二三四五六七八𠀂";
    Passage shared = TextComparison.of(a, b).shared().get(0);

    assertThat(a.substring(shared.aStart(), shared.aEnd())).isEqualTo("𠀀一二三四五六七八");
  }

  @Test
  void everyPassageIsTheSameInBothTextsAndNoneOverlaps() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      String a = text(random, 300);
      String b = mixed(random, a);
      TextComparison compared = TextComparison.of(a, b);
      int end = 0;
      for (Passage one : compared.shared()) {
        assertThat(a.substring(one.aStart(), one.aEnd()))
            .isEqualTo(b.substring(one.bStart(), one.bEnd()));
        assertThat(one.bStart()).isGreaterThanOrEqualTo(end);
        assertThat(one.bEnd() - one.bStart()).isGreaterThanOrEqualTo(TextComparison.SHORTEST);
        end = one.bEnd();
      }
      assertThat(longestLeft(a, b, compared)).isLessThan(TextComparison.SHORTEST);
    }
  }

  @Test
  void theWorstTextsTakeNoLongerThanOthers() {
    String same = "的".repeat(20_000);
    String pairs = "甲乙".repeat(10_000);
    long start = System.nanoTime();
    TextComparison.of(same, same);
    TextComparison.of(pairs, "乙" + pairs.substring(2) + "甲");
    TextComparison.of(same, pairs);

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }

  private static List<String> texts(String b, TextComparison compared) {
    return compared.shared().stream().map(one -> b.substring(one.bStart(), one.bEnd())).toList();
  }

  /** Few different signs, so that much repeats. */
  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append("甲乙丙".charAt(random.nextInt(3)));
    }
    return text.toString();
  }

  /** Pieces of a text in another order with noise between. */
  private static String mixed(Random random, String a) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      int from = random.nextInt(a.length() - 40);
      text.append(a, from, from + 40).append(text(random, random.nextInt(12)));
    }
    return text.toString();
  }

  /** The longest passage of a that stands in a stretch of b which no tile covers. */
  private static int longestLeft(String a, String b, TextComparison compared) {
    int longest = 0;
    for (int i = 0; i < b.length(); i++) {
      int length = 0;
      while (i + length < b.length()
          && free(compared, i + length)
          && a.contains(b.substring(i, i + length + 1))) {
        length++;
      }
      longest = Math.max(longest, length);
    }
    return longest;
  }

  private static boolean free(TextComparison compared, int position) {
    return compared.shared().stream()
        .noneMatch(one -> one.bStart() <= position && position < one.bEnd());
  }
}
