package io.zhidun.rules.filings.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must be taken for likeness and what must not: the pairs stand in {@code pairs.txt}. */
class MarkLikenessTest {

  record Pair(String a, String b, boolean alike, String why) {}

  @ParameterizedTest
  @MethodSource("pairs")
  void saysOfEachPairWhatTheTableSays(Pair pair) {
    Likeness likeness = MarkLikeness.compare(pair.a(), pair.b());
    assertThat(likeness.total() >= MarkLikeness.ALIKE)
        .as("%s (%s)", pair, likeness)
        .isEqualTo(pair.alike());
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void doesNotMindTheOrderOfTheTwo(Pair pair) {
    Likeness there = MarkLikeness.compare(pair.a(), pair.b());
    Likeness back = MarkLikeness.compare(pair.b(), pair.a());
    assertThat(back.total()).isCloseTo(there.total(), within(1e-9));
    assertThat(back.reading()).isCloseTo(there.reading(), within(1e-9));
    assertThat(back.shape()).isCloseTo(there.shape(), within(1e-9));
  }

  /** The index leaves most words out unseen; it must not leave out what would be alike. */
  @ParameterizedTest
  @MethodSource("pairs")
  void findsInTheIndexWhatIsAlike(Pair pair) {
    if (pair.alike()) {
      ProtectedIndex index = new ProtectedIndex();
      index.add(MarkText.of("不相干"));
      int id = index.add(MarkText.of(pair.b()));
      int[] found = new int[10];
      int count = index.candidates(MarkText.of(pair.a()), found);
      assertThat(found).as(pair.toString()).startsWith(id);
      assertThat(count).isEqualTo(1);
    }
  }

  @Test
  void readsEveryReadingOfACharacterWithTwo() {
    assertThat(MarkLikeness.compare("重庆", "虫庆").reading()).isGreaterThan(0.9);
    assertThat(MarkLikeness.compare("重庆", "众庆").reading()).isGreaterThan(0.9);
  }

  @Test
  void tellsWhatEachPartIs() {
    Likeness sound = MarkLikeness.compare("橡木桶", "项目通");
    assertThat(sound.reading()).isEqualTo(1);
    assertThat(sound.shape()).isLessThan(0.5);
    Likeness shape = MarkLikeness.compare("未来星", "末来星");
    assertThat(shape.shape()).isGreaterThan(0.95);
    assertThat(shape.reading()).isLessThan(0.8);
    assertThat(MarkLikeness.compare("茅台", "茅台世家").meaning()).isGreaterThan(0.85);
    assertThat(MarkLikeness.compare("同仁堂", "同仁堂")).isEqualTo(new Likeness(1, 1, 1, 1));
  }

  @Test
  void takesAnyText() {
    String endless = "长".repeat(100_000);
    assertThat(MarkLikeness.compare(endless, "长")).isNotNull();
    assertThat(MarkLikeness.compare("", "")).isEqualTo(Likeness.NONE);
    assertThat(MarkLikeness.compare("★☆", "茅台").total()).isZero();
    assertThat(MarkLikeness.compare("\ud840\udc00\ud840", "𠀀").total()).isBetween(0.0, 1.0);
  }

  static List<Pair> pairs() throws IOException {
    try (InputStream in = MarkLikenessTest.class.getResourceAsStream("pairs.txt")) {
      byte[] bytes = Objects.requireNonNull(in, "pairs.txt").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\\|", -1))
          .map(part -> new Pair(part[0], part[1], part[2].equals("alike"), part[3]))
          .toList();
    }
  }
}
