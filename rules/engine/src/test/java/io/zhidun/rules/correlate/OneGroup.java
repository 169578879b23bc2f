package io.zhidun.rules.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Detection;
import io.zhidun.events.Event;
import io.zhidun.events.FieldNames;
import io.zhidun.rules.TestEvents;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.rules.sigma.RuleDraft;
import io.zhidun.rules.sigma.RuleLinker;
import io.zhidun.rules.sigma.RuleParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One group of a few rules on single events, told apart by the field {@code kind}. */
final class OneGroup {
  static final String SOURCE = "2001:db8::1";

  Correlator correlator;
  private final Map<String, Rule> byName = new HashMap<>();
  GroupState state;

  OneGroup(String yaml) {
    correlator = load(yaml, null);
    Event any = TestEvents.with(TestEvents.at(0, "s", 0), "source.ip", SOURCE);
    state =
        byName.values().stream()
            .flatMap(rule -> correlator.groups(rule, any).stream())
            .findFirst()
            .map(correlator::newGroup)
            .orElseThrow();
  }

  private Correlator load(String yaml, @Nullable Correlator before) {
    List<RuleDraft> drafts = RuleParser.parse("test.yml", yaml).drafts();
    RuleLinker.Linked linked = RuleLinker.link(drafts);
    assertThat(linked.faults()).isEmpty();
    byName.clear();
    linked.rules().forEach(rule -> byName.put(rule.name(), rule));
    return new Correlator(linked.rules(), before);
  }

  /** Goes on under other rules. */
  void change(String yaml) {
    correlator = load(yaml, correlator);
    state = state.under(correlator);
  }

  /** A rule of that name and kind. */
  static String base(String name) {
    return """
    title: %1$s
    id: id-%1$s
    name: %1$s
    logsource: {product: linux}
    detection: {selection: {kind: %1$s}, condition: selection}
    ---
    """
        .formatted(name);
  }

  /** An event of a kind in the group, with more fields: name and value in turn. */
  static Event event(long second, long sequence, String kind, String... fields) {
    Event event = TestEvents.at(second, "s", sequence);
    TestEvents.with(event, "kind", kind, "source.ip", SOURCE);
    return TestEvents.with(event, fields);
  }

  List<Detection> on(Event event) {
    String kind = event.text(FieldNames.id("kind"));
    Rule rule = Objects.requireNonNull(byName.get(String.valueOf(kind)), kind);
    return correlator.reads(rule) ? state.on(toMatch(event)) : List.of();
  }

  /** What the rules of now make of an event; for whoever delivers it later. */
  Match toMatch(Event event) {
    String kind = event.text(FieldNames.id("kind"));
    Rule rule = Objects.requireNonNull(byName.get(String.valueOf(kind)), kind);
    return correlator.toMatch(rule, event);
  }

  void advance(long second) {
    state.advance(TimeUnit.SECONDS.toMicros(second));
  }

  void storeAndRead() {
    state = GroupState.decode(correlator, state.encode());
  }
}
