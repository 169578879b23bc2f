package io.zhidun.standalone.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Topics;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TopicPlanTest {
  @Test
  void plansEveryTopicOfThePlatform() throws IllegalAccessException {
    List<Object> names = new ArrayList<>();
    for (Field field : Topics.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        names.add(field.get(null));
      }
    }
    assertThat(TopicPlan.ALL)
        .extracting(plan -> (Object) plan.name())
        .containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void keepsRawRecordsForSevenDaysWithinABound() {
    assertThat(plan(Topics.RAW).partitions()).isEqualTo(4);
    assertThat(plan(Topics.RAW).config())
        .containsEntry("retention.ms", "604800000")
        .containsEntry("retention.bytes", "2147483648");
  }

  @Test
  void compactsWhatIsLookedUpByKey() {
    for (String name : List.of(Topics.RULES, Topics.ASSETS, Topics.INDICATORS)) {
      assertThat(plan(name).config()).containsEntry("cleanup.policy", "compact");
    }
  }

  @Test
  void keepsRulesInOneOrder() {
    assertThat(plan(Topics.RULES).partitions())
        .as("texts must come before the set that names them")
        .isEqualTo(1);
  }

  private static TopicPlan plan(String name) {
    return TopicPlan.ALL.stream()
        .filter(plan -> plan.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
