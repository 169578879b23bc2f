package io.zhidun.rules.filings.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What chance alone brings, on 26,740 names of companies: all different, so each likeness among
 * them is one that nobody meant.
 */
class CalibrationTest {

  private static final int PROTECTED = 5_000;

  @BeforeEach
  void wantsTheNames() {
    assumeTrue(Files.exists(CompanyNames.FILE), "the names are not here");
  }

  /** Measured: 1.7 of 100 names are like one of 5,000 well-known ones of the same class. */
  @Test
  void differentNamesAreSeldomLikeAProtectedOne() throws IOException {
    List<String> names = CompanyNames.shuffled(1);
    MarkRecords stream = MarkRecords.ofAll();
    names.subList(0, PROTECTED).forEach(name -> stream.protect(name, 9));
    List<String> others = names.subList(PROTECTED, names.size());
    int applicant = 0;
    for (String name : others) {
      stream.file("户" + applicant++, name, 9);
    }
    long hits =
        stream.signals(LikenessDetector.CODE).stream().filter(s -> s.score() >= 0.5).count();
    assertThat((double) hits / others.size()).as("%d of %d", hits, others.size()).isLessThan(0.025);
    assertThat(stream.signals(ManyOwnersDetector.CODE)).isEmpty();
  }

  /** Measured on 2,000 names: 32 of 33. */
  @Test
  void theIndexLosesLittleOfWhatComparingWithAllFinds() throws IOException {
    List<String> names = CompanyNames.shuffled(2);
    ProtectedIndex index = new ProtectedIndex();
    names.subList(0, PROTECTED).forEach(name -> index.add(MarkText.of(name)));
    MarkLikeness likeness = new MarkLikeness();
    int[] candidates = new int[2_000];
    int all = 0;
    int found = 0;
    for (String name : names.subList(PROTECTED, PROTECTED + 300)) {
      MarkText mark = MarkText.of(name);
      int count = index.candidates(mark, candidates);
      for (int i = 0; i < count; i++) {
        found += likeness.total(mark, index.word(candidates[i])) >= MarkLikeness.ALIKE ? 1 : 0;
      }
      for (int id = 0; id < PROTECTED; id++) {
        all += likeness.total(mark, index.word(id)) >= MarkLikeness.ALIKE ? 1 : 0;
      }
    }
    assertThat(all).isPositive();
    assertThat((double) found / all).as("%d of %d", found, all).isGreaterThan(0.9);
  }

  /**
   * Portfolios of 40: names that companies gave themselves, and words drawn at random. Measured: 3
   * and 95 of 100; with 20 marks 0 and 58, with 80 marks 4 and 100.
   */
  @Test
  void portfoliosOfRealNamesAreSeldomArbitraryAndRandomOnesAre() throws IOException {
    List<String> names = CompanyNames.shuffled(3);
    Random random = new Random(3);
    String pool = String.join("", names);
    MarkRecords stream = MarkRecords.ofAll();
    for (int i = 0; i < 12_000; i++) {
      stream.file("户" + i, names.get(i), 9);
    }
    for (int portfolio = 0; portfolio < 100; portfolio++) {
      for (int i = 0; i < 40; i++) {
        stream.file("实" + portfolio, names.get(12_000 + portfolio * 40 + i), 9);
        stream.file("空" + portfolio, word(random, pool), 9);
      }
    }
    assertThat(fired(stream, "实")).isLessThanOrEqualTo(3);
    assertThat(fired(stream, "空")).isGreaterThanOrEqualTo(70);
  }

  private static long fired(MarkRecords stream, String kind) {
    return stream.signals(CombinationDetector.CODE).stream()
        .map(signal -> signal.subject().name())
        .filter(name -> name.startsWith(kind))
        .distinct()
        .count();
  }

  private static String word(Random random, String pool) {
    StringBuilder word = new StringBuilder();
    int length = 2 + random.nextInt(2);
    while (word.length() < length) {
      char c = pool.charAt(random.nextInt(pool.length()));
      if (MarkText.isHanzi(c)) {
        word.append(c);
      }
    }
    return word.toString();
  }
}
