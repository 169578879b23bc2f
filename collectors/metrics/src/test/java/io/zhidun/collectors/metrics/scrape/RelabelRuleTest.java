package io.zhidun.collectors.metrics.scrape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RelabelRuleTest {
  private static final Map<String, String> LABELS = Map.of("a", "foo", "b", "bar", "c", "baz");

  @Test
  void replacesWithTheGroupsOfThePattern() {
    assertThat(after(replace(List.of("a"), "f(.*)", "d", "ch${1}-ch$1-$$1")))
        .containsEntry("d", "choo-choo-$1");
    assertThat(after(replace(List.of("a", "b"), "(?P<first>.+);(.+)", "${2}_x", "${first}")))
        .containsEntry("bar_x", "foo");
    assertThat(after(replace(List.of("a"), "f|o", "d", "no"))).doesNotContainKey("d");
    assertThat(after(replace(List.of("a"), "(f).*", "a", "$9"))).doesNotContainKey("a");
    assertThat(after(replace(List.of("a"), "(.*)", "not a name", "x"))).isEqualTo(LABELS);
  }

  @Test
  void keepsAndDrops() {
    assertThat(after(rule(List.of("a"), "foo", "", RelabelAction.KEEP))).isNotNull();
    assertThat(after(rule(List.of("a"), "fo", "", RelabelAction.KEEP))).isNull();
    assertThat(after(rule(List.of("a"), ".*o", "", RelabelAction.DROP))).isNull();
    assertThat(after(rule(List.of("none"), "", "", RelabelAction.DROP))).isNull();
    assertThat(after(rule(List.of("a"), "", "b", RelabelAction.KEEPEQUAL))).isNull();
    assertThat(after(rule(List.of("a"), "", "b", RelabelAction.DROPEQUAL))).isNotNull();
  }

  @Test
  void mapsDropsAndKeepsLabelsByTheirNames() {
    assertThat(
            after(
                new RelabelRule(
                    List.of(),
                    ";",
                    RelabelRule.pattern("(b|c)"),
                    0,
                    "",
                    "x_$1",
                    RelabelAction.LABELMAP)))
        .containsAllEntriesOf(LABELS)
        .containsEntry("x_b", "bar")
        .containsEntry("x_c", "baz");
    assertThat(after(rule(List.of(), "b.*", "", RelabelAction.LABELDROP)))
        .containsOnlyKeys("a", "c");
    assertThat(after(rule(List.of(), "b|c", "", RelabelAction.LABELKEEP)))
        .containsOnlyKeys("b", "c");
    assertThat(after(rule(List.of("a"), "", "a", RelabelAction.UPPERCASE)))
        .containsEntry("a", "FOO");
  }

  /** Values that Prometheus' own hash gives, so that shards of both fall alike. */
  @Test
  void hashesAsPrometheusDoes() {
    RelabelRule hash =
        new RelabelRule(
            List.of("c"), ";", RelabelRule.pattern(".*"), 1_000, "d", "", RelabelAction.HASHMOD);
    assertThat(after(hash)).containsEntry("d", "976");
  }

  @Test
  void refusesWhatCannotWork() {
    assertThatThrownBy(() -> rule(List.of("a"), "x", "", RelabelAction.REPLACE))
        .hasMessage("the action needs a targetLabel");
    assertThatThrownBy(() -> rule(List.of("a"), "x", "d", RelabelAction.HASHMOD))
        .hasMessage("hashmod needs a modulus of at least 1, was 0");
    assertThatThrownBy(() -> RelabelRule.pattern("(")).hasMessageStartingWith("is no RE2 pattern");
  }

  private static @Nullable Map<String, String> after(RelabelRule rule) {
    Map<String, String> labels = new TreeMap<>(LABELS);
    return RelabelRule.apply(List.of(rule), labels) ? labels : null;
  }

  private static RelabelRule replace(List<String> from, String regex, String to, String with) {
    return new RelabelRule(
        from, ";", RelabelRule.pattern(regex), 0, to, with, RelabelAction.REPLACE);
  }

  private static RelabelRule rule(
      List<String> from, String regex, String to, RelabelAction action) {
    return new RelabelRule(from, ";", RelabelRule.pattern(regex), 0, to, "", action);
  }
}
