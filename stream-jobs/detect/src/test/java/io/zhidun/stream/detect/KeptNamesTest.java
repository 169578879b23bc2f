package io.zhidun.stream.detect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class KeptNamesTest {
  private final KeptNames names = new KeptNames();

  @Test
  void neverDeniesWhatIsThereAndSeldomAffirmsWhatIsNot() {
    Random random = new Random(20261127);
    List<String> there = new ArrayList<>();
    for (int i = 0; i < 200_000; i++) {
      if (there.size() < 5_000 || random.nextBoolean()) {
        String name = "2001:db8::" + Integer.toHexString(random.nextInt());
        names.add(name);
        there.add(name);
      } else {
        names.remove(there.remove(random.nextInt(there.size())));
      }
      if (there.size() > 6_000) {
        names.remove(there.remove(0));
      }
    }
    assertThat(there).allMatch(names::mayHold);
    long affirmed =
        random.ints(10_000).mapToObj(i -> "198.51.100." + i).filter(names::mayHold).count();
    assertThat(affirmed).isLessThan(1_000);
  }

  @Test
  void countsThatRanFullNeverDenyAgain() {
    for (int i = 0; i < 300; i++) {
      names.add("a");
    }
    for (int i = 0; i < 300; i++) {
      names.remove("a");
    }
    assertThat(names.mayHold("a")).isTrue();
  }

  @Test
  void refusesToForgetWhatWasNeverThere() {
    assertThatThrownBy(() -> names.remove("a")).hasMessageContaining("\"a\" was never added");
  }
}
