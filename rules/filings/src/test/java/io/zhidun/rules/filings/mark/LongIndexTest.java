package io.zhidun.rules.filings.mark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LongIndexTest {

  @Test
  void holdsWhatAMapHoldsThroughPutsAndRemovals() {
    Random random = new Random(3);
    LongIndex index = new LongIndex();
    Map<Long, Integer> map = new HashMap<>();
    for (int i = 0; i < 200_000; i++) {
      long key = Hashes.mix(1 + random.nextInt(5_000));
      if (random.nextInt(5) < 2) {
        index.remove(key);
        map.remove(key);
      } else {
        index.put(key, i);
        map.put(key, i);
      }
    }
    assertThat(index.size()).isEqualTo(map.size());
    for (int i = 1; i <= 5_000; i++) {
      long key = Hashes.mix(i);
      assertThat(index.get(key)).isEqualTo(map.getOrDefault(key, LongIndex.NONE));
    }
  }
}
