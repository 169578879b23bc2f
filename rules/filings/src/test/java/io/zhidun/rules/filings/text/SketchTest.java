package io.zhidun.rules.filings.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.zhidun.rules.filings.Patents;
import io.zhidun.rules.filings.Prose;
import io.zhidun.rules.filings.record.Filing;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SketchTest {

  @Test
  void likenessOfShortTexts_isTheJaccardCoefficientOfTheirShingles() {
    for (int seed = 0; seed < 50; seed++) {
      Prose prose = new Prose(seed);
      String text = prose.text(150);
      String other = prose.edited(text, 0.15);

      assertThat(sketch(text, 1_000).jaccard(sketch(other, 1_000)))
          .isEqualTo(naive(text, other), within(1e-9));
    }
  }

  @Test
  void likenessOfLongTexts_isEstimatedFromTheLowerEnd() {
    double error = 0;
    for (int seed = 0; seed < 40; seed++) {
      Prose prose = new Prose(seed);
      String text = prose.text(4_000);
      String other = prose.edited(text, 0.1);
      error += sketch(text, 256).jaccard(sketch(other, 200)) - naive(text, other);
    }

    assertThat(error / 40).isEqualTo(0, within(0.03));
  }

  @Test
  void likenessFromALeastOn_isExactThereAndNothingBelow() {
    int missed = 0;
    int like = 0;
    for (int seed = 0; seed < 4_000; seed++) {
      Prose prose = new Prose(seed);
      String text = prose.text(200);
      Sketch sketch = sketch(text, seed % 2 == 0 ? 1_000 : 80);
      Sketch other = sketch(prose.edited(text, seed % 40 / 100.0), 1_000);
      double least = seed % 3 == 0 ? 0.8 : 0.2;
      double exact = sketch.jaccard(other);
      double found = sketch.jaccardFrom(other, least);
      assertThat(found).isIn(0.0, exact);
      if (exact < least) {
        assertThat(found).isZero();
      } else {
        like++;
        missed += found == 0 ? 1 : 0;
      }
    }
    assertThat(like).isGreaterThan(1_500);
    assertThat(missed).isLessThan(5);
  }

  @Test
  void caseWidthTraditionalFormAndNumerals_makeNoDifference() {
    assertThat(new String(NormalText.letters("本发明公开了一种Ｌｅｄ燈具12，其特徵在于：所述殼體20。")))
        .isEqualTo(new String(NormalText.letters("LED灯具（30）壳体")));
  }

  @Test
  void imprint_isReadAsItWasWritten() {
    Filing filing = Patents.of("1", "甲", 7).filing();
    Imprint imprint = Imprints.of(Objects.requireNonNull(filing.invention()));

    byte[] bytes = ImprintCodec.write(imprint);

    assertThat(ImprintCodec.read(bytes)).isEqualTo(imprint);
    assertThat(bytes.length).isLessThan(2_500);
  }

  private static Sketch sketch(String text, int most) {
    return Sketch.of(NormalText.letters(text), most);
  }

  private static double naive(String a, String b) {
    Set<String> mine = shingles(a);
    Set<String> theirs = shingles(b);
    Set<String> shared = new HashSet<>(mine);
    shared.retainAll(theirs);
    return (double) shared.size() / (mine.size() + theirs.size() - shared.size());
  }

  private static Set<String> shingles(String text) {
    String letters = new String(NormalText.letters(text));
    Set<String> shingles = new HashSet<>();
    for (int i = 0; i + Sketch.WIDTH <= letters.length(); i++) {
      shingles.add(letters.substring(i, i + Sketch.WIDTH));
    }
    return shingles;
  }
}
