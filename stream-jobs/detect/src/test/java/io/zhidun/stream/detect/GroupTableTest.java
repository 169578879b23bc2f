package io.zhidun.stream.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.RuleSet;
import io.zhidun.rules.correlate.Correlator;
import io.zhidun.rules.correlate.GroupKey;
import io.zhidun.rules.correlate.GroupState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupTableTest {
  private Correlator correlator;

  @BeforeEach
  void load(@TempDir Path folder) throws IOException {
    String rules =
        "title: A\nid: a\nlogsource: {product: linux}\ndetection: {selection: {event.action: b}, condition: selection}";
    correlator = RuleSet.load(Files.writeString(folder.resolve("a.yml"), rules)).correlator();
  }

  @Test
  void isTheSameMapAsTheJdksUnderAnyPuttingAndRemoving() {
    GroupTable table = new GroupTable(1_000);
    Map<String, GroupState> model = new HashMap<>();
    Random random = new Random(20261127);
    for (int i = 0; i < 200_000; i++) {
      String name = "203.0.113." + random.nextInt(1_500);
      if (random.nextInt(3) == 0 || model.size() == 1_000) {
        table.remove(name);
        model.remove(name);
      } else {
        GroupState state = group(name);
        assertThat(table.put(name, state)).isSameAs(model.put(name, state));
      }
      assertThat(table.size()).isEqualTo(model.size());
    }
    for (int i = 0; i < 1_500; i++) {
      String name = "203.0.113." + i;
      assertThat(table.get(name)).isSameAs(model.get(name));
    }
    assertThat(table.takeAll()).isEqualTo(model);
    assertThat(table.size()).isZero();
    assertThat(table.get(model.keySet().iterator().next())).isNull();
  }

  @Test
  void namesMadeToCollideCrowdItBeforeLookingTakesLong() {
    GroupTable table = new GroupTable(1_000);
    String[] colliding = colliding();
    int put = 0;
    while (!table.isCrowded()) {
      table.put(colliding[put], group(colliding[put]));
      put++;
    }
    assertThat(put).isLessThan(100);
    for (int i = 0; i < put; i++) {
      assertThat(table.get(colliding[i])).isNotNull();
    }
    table.takeAll();
    assertThat(table.isCrowded()).isFalse();
  }

  /** Names with one hash in Java: "Aa" and "BB" have the same. */
  private static String[] colliding() {
    UnaryOperator<String> letters = bits -> bits.replace("0", "Aa").replace("1", "BB");
    String[] names = new String[128];
    for (int i = 0; i < names.length; i++) {
      names[i] = letters.apply(Integer.toBinaryString(128 + i));
    }
    return names;
  }

  private GroupState group(String name) {
    return correlator.newGroup(new GroupKey("1:a" + name.length() + ":" + name));
  }
}
