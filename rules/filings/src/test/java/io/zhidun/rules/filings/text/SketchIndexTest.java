package io.zhidun.rules.filings.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SketchIndexTest {
  private static final int BANDS = 20;

  private final SketchIndex index = new SketchIndex(BANDS, 4);
  private final List<Sketch> sketches = new ArrayList<>();
  private final Random random = new Random(20261127);

  /** Beyond 65,536 slots it grows by splitting chains, before by linking all anew. */
  @Test
  void findsTheSameTextsInTheSameOrderHoweverOftenItGrew() {
    for (int i = 0; i < 15_000; i++) {
      add(i % 5 == 4 ? sketches.get(random.nextInt(sketches.size())) : sketch());
    }
    for (int i = 0; i < sketches.size(); i += 7) {
      List<Integer> same = new ArrayList<>();
      index.candidates(sketches.get(i), same::add);
      assertThat(same).contains(i);
      for (int other = 0; other < sketches.size(); other++) {
        if (sketches.get(other) == sketches.get(i)) {
          assertThat(same).as("bands shared with the copy %d", other).contains(other);
        }
      }
      assertThat(inRuns(same)).as("each band from the newest on").isLessThanOrEqualTo(BANDS);
    }
  }

  @Test
  void whatWasForgottenStaysForgottenAsItGrows() {
    Sketch old = sketch();
    add(old);
    for (int i = 0; i < 4_000; i++) {
      add(sketch());
    }
    index.forgetBefore(2_048);
    for (int i = 0; i < 10_000; i++) {
      add(sketch());
    }
    List<Integer> found = new ArrayList<>();
    index.candidates(old, found::add);
    assertThat(found).allMatch(ordinal -> ordinal >= 2_048);
    index.candidates(sketches.get(3_000), found::add);
    assertThat(found).contains(3_000);
  }

  private void add(Sketch sketch) {
    sketches.add(sketch);
    index.add(sketch, sketches::get);
  }

  private Sketch sketch() {
    return Sketch.ofHashes(random.ints(30).toArray(), 30);
  }

  /** How many stretches of falling numbers there are. */
  private static int inRuns(List<Integer> numbers) {
    int runs = numbers.isEmpty() ? 0 : 1;
    for (int i = 1; i < numbers.size(); i++) {
      runs += numbers.get(i) >= numbers.get(i - 1) ? 1 : 0;
    }
    return runs;
  }
}
