package io.zhidun.rules.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EntityTest {
  @Test
  void isTheUserElseTheAddressElseTheHost() {
    Map<String, String> event =
        Map.of("user.name", "eve", "source.ip", "192.0.2.7", "host.name", "gate");
    assertThat(Entity.of(Map.of(), event)).isEqualTo(new Entity(Entity.Kind.USER, "eve"));
    assertThat(Entity.of(Map.of("source.ip", "192.0.2.7"), Map.of("host.name", "gate")))
        .isEqualTo(new Entity(Entity.Kind.ADDRESS, "192.0.2.7"));
    assertThat(Entity.of(Map.of(), Map.of("host.name", "gate")))
        .isEqualTo(new Entity(Entity.Kind.HOST, "gate"));
    assertThat(Entity.of(Map.of("url.path", "/"), Map.of())).isNull();
  }

  @Test
  void theGroupSaysMoreThanTheEvent() {
    assertThat(Entity.of(Map.of("user.name", "adam"), Map.of("user.name", "eve")))
        .isEqualTo(new Entity(Entity.Kind.USER, "adam"));
  }

  @Test
  void aValueThatNamesNobodyIsPassedOver() {
    for (String nobody : new String[] {"-", "", " ", "x".repeat(257)}) {
      assertThat(Entity.of(Map.of("user.name", nobody), Map.of("source.ip", "192.0.2.7")))
          .isEqualTo(new Entity(Entity.Kind.ADDRESS, "192.0.2.7"));
    }
  }

  @Test
  void valuesThatMeanTheSameAreTheSame() {
    assertThat(new Entity(Entity.Kind.USER, "Eve")).isEqualTo(new Entity(Entity.Kind.USER, "eve"));
    assertThat(new Entity(Entity.Kind.ADDRESS, "2001:DB8:0::7"))
        .isEqualTo(new Entity(Entity.Kind.ADDRESS, "2001:db8::7"));
    assertThat(new Entity(Entity.Kind.ADDRESS, "::ffff:192.0.2.7"))
        .isEqualTo(new Entity(Entity.Kind.ADDRESS, "192.0.2.7"));
    assertThat(new Entity(Entity.Kind.USER, "a").key())
        .isNotEqualTo(new Entity(Entity.Kind.HOST, "a").key());
  }

  @Test
  void aValueHasAtMost256Characters() {
    assertThatThrownBy(() -> new Entity(Entity.Kind.USER, "x".repeat(257)))
        .hasMessage("user must have 1 to 256 characters and not be blank, had 257");
    assertThatThrownBy(() -> new Entity(Entity.Kind.HOST, " "))
        .hasMessage("host must have 1 to 256 characters and not be blank, had 1");
  }
}
