package io.zhidun.rules.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Detection;
import io.zhidun.events.Event;
import io.zhidun.rules.TestEvents;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueWindowTest {
  private long sequence;

  @Test
  void sumFiresWhenItIsReachedAndBeginsAnew() {
    OneGroup group = group("value_sum", "gt: 1000");
    assertThat(group.on(sent(0, "600"))).isEmpty();
    assertThat(group.on(sent(10, "400"))).isEmpty();
    assertThat(group.on(sent(20, "1"))).hasSize(1);
    assertThat(group.on(sent(21, "1000"))).isEmpty();
    assertThat(group.on(sent(22, "1"))).hasSize(1);
  }

  @Test
  void windowIncludesBothEndsAndNoMore() {
    OneGroup group = group("value_sum", "gte: 10");
    group.on(sent(0, "9"));
    assertThat(group.on(sent(61, "9"))).isEmpty();
    assertThat(group.on(sent(121, "1"))).hasSize(1);
  }

  @Test
  void valuesThatLeaveDecideNothingUntilAMatchArrives() {
    OneGroup group = group("value_avg", "gt: 50");
    group.on(sent(0, "0"));
    assertThat(group.on(sent(40, "60"))).isEmpty();
    group.advance(80);
    assertThat(group.on(sent(81, "45"))).hasSize(1);
  }

  @Test
  void aDetectionSaysWhichValueWasReachedAndByWhat() {
    OneGroup group = group("value_avg", "gt: 0.3, lte: 0.5");
    group.on(sent(0, "0"));
    group.on(sent(1, "0"));
    Detection detection = group.on(sent(2, "1.0")).get(0);
    assertThat(detection.count()).isEqualTo(3);
    assertThat(detection.events()).extracting("id").containsExactly("s:0:0", "s:0:1", "s:0:2");
    assertThat(detection.explanation().summary().en()).isEqualTo("0.3333333333333333");
    assertThat(detection.explanation().window())
        .extracting("type", "threshold", "value")
        .containsExactly("value_avg", "gt 0.3, lte 0.5", 0L);
  }

  @Test
  void conditionOfAPercentileNamesIt() {
    Detection detection =
        group("value_percentile", "gt: 4, percentile: 50").on(sent(0, "5")).get(0);
    assertThat(detection.explanation().window())
        .extracting("threshold", "value")
        .containsExactly("percentile 50 gt 4", 5L);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        // Binary fractions would make ten times 0.1 less than 1.
        "value_sum ~ eq: 1 ~ 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 0.1 ~ 10",
        "value_sum ~ gt: 9007199254740992 ~ 9007199254740992 1 ~ 2",
        // A third is more than its first sixteen digits.
        "value_avg ~ gt: 0.3333333333333333, lt: 0.34 ~ 0 0 1 ~ 3",
        "value_avg ~ eq: 2 ~ 1 2 3 ~ 3",
        "value_sum ~ lt: -5 ~ -3 1 -4 ~ 3",
        "value_sum ~ lte: -5 ~ -3 -2 ~ 2",
        "value_sum ~ neq: 0 ~ 0 0 -1 ~ 3",
        "value_sum ~ eq: 5 ~ 9 -4 ~ 2",
        // A sum may jump over a range and come back into it.
        "value_sum ~ gt: 100, lte: 200 ~ 50 250 -150 ~ 3",
        "value_sum ~ gte: 3, neq: 3 ~ 3 1 ~ 2",
        "value_avg ~ lt: 10 ~ 30 0 -1 ~ 3",
        "value_avg ~ neq: 7 ~ 7 7 8 ~ 3",
        "value_percentile ~ lte: 1, percentile: 50 ~ 5 1 ~ 2",
        "value_percentile ~ gte: 5, percentile: 50 ~ 1 5 5 ~ 3",
        "value_percentile ~ gt: 8, percentile: 99 ~ 8 8.0 8.01 ~ 3",
        "value_percentile ~ neq: 2, percentile: 25 ~ 2 2.00 2 1 ~ 4",
        "value_sum ~ gte: 1e3 ~ 9.99E2 1 ~ 2",
      })
  void firesAtTheFirstMatchWhoseWindowMeetsTheCondition(
      String type, String condition, String values, int at) {
    OneGroup group = group(type.strip(), condition.strip());
    String[] all = values.strip().split(" ", -1);
    for (int i = 0; i < all.length; i++) {
      assertThat(group.on(sent(i, all[i]))).as("value %s", i + 1).hasSize(i + 1 == at ? 1 : 0);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "1 ~ 10 20 30 40 50 ~ 10",
        "20 ~ 50 40 30 20 10 ~ 10",
        "21 ~ 10 20 30 40 50 ~ 20",
        "50 ~ 10 20 30 40 ~ 20",
        "50 ~ 10 20 30 40 50 ~ 30",
        "75 ~ 1 1 1 9 ~ 1",
        "76 ~ 1 1 1 9 ~ 9",
        "99 ~ 3 2 1 ~ 3",
        "99 ~ 7 ~ 7",
      })
  void percentileIsTheValueAtTheNearestRank(int percentile, String values, String expected) {
    Percentile computed = new Percentile(percentile);
    for (String value : values.strip().split(" ", -1)) {
      computed.enter(new BigDecimal(value));
    }
    assertThat(computed.value()).isEqualByComparingTo(expected.strip());
  }

  @Test
  void whatIsNoNumberIsLeftOutAndCountedOnceHoweverOftenItIsRecounted() {
    OneGroup group = group("value_sum", "gte: 10");
    List<String> values = List.of("5", "n/a", "", "0x10", "1,5", "NaN", "1e9999", "4");
    for (int i = values.size() - 1; i >= 0; i--) {
      assertThat(group.on(sent(i, values.get(i)))).isEmpty();
    }
    group.on(OneGroup.event(8, 99, "sent"));
    assertThat(group.correlator.counters().notNumbers()).isZero();
    group.advance(3);
    group.storeAndRead();
    group.advance(20);
    group.advance(30);
    assertThat(group.correlator.counters().notNumbers()).isEqualTo(6);
    assertThat(group.on(sent(40, "1"))).hasSize(1);
    group.advance(50);
    assertThat(group.correlator.counters().notNumbers()).isEqualTo(6);
  }

  @Test
  void ofTooManyNumbersTheOldestLeaveAndAreCounted() {
    int most = ValueWindow.MOST_VALUES;
    OneGroup group = group("value_sum", "gt: " + most);
    for (int i = 0; i < most + 7; i++) {
      assertThat(group.on(sent(i / 200, "1"))).isEmpty();
    }
    group.advance(55);
    assertThat(group.correlator.counters().crowdedOut()).isEqualTo(7);
    assertThat(group.correlator.counters().late()).isZero();
    assertThat(group.on(sent(56, "2"))).hasSize(1);
    group.advance(57);
    assertThat(group.correlator.counters().crowdedOut()).isEqualTo(8);
  }

  @Test
  void numbersBeyondTheEvidenceAreKeptWithoutTheirText() {
    OneGroup group = group("value_sum", "gte: 301");
    String raw = "raw text ".repeat(100);
    for (int i = 0; i < 300; i++) {
      group.on(sent(i / 10, "1", "event.original", raw));
    }
    group.advance(30);
    assertThat(group.state.encode().length).isLessThan(150 * raw.length());
    group.storeAndRead();
    Detection detection = group.on(sent(31, "1")).get(0);
    assertThat(detection.count()).isEqualTo(301);
    assertThat(detection.events()).hasSize(Detection.MAX_EVENTS);
    assertThat(detection.events().get(0).original()).isEqualTo(raw);
  }

  @Test
  void emptiesWhenNothingCanCountAnyMore() {
    OneGroup group = group("value_percentile", "gt: 5, percentile: 90");
    group.on(sent(100, "1"));
    group.advance(160);
    assertThat(group.state.isEmpty()).isFalse();
    group.advance(161);
    assertThat(group.state.isEmpty()).isTrue();
  }

  @Test
  void anAliasNamesTheFieldOfEachRule() {
    String yaml =
        """
        title: Both ways
        name: both-ways
        correlation:
          type: value_sum
          rules: [sent, received]
          group-by: [source.ip]
          timespan: 60s
          condition: {field: bytes, gte: 10}
          aliases: {bytes: {sent: amount, received: size}}
        """;
    OneGroup group = new OneGroup(OneGroup.base("sent") + OneGroup.base("received") + yaml);
    assertThat(group.on(sent(0, "6", "size", "100"))).isEmpty();
    assertThat(group.on(OneGroup.event(1, 50, "received", "amount", "100", "size", "3"))).isEmpty();
    assertThat(group.on(OneGroup.event(2, 51, "received", "size", "1"))).hasSize(1);
  }

  private static OneGroup group(String type, String condition) {
    String yaml =
        """
        title: Values
        name: values
        correlation: {type: %s, rules: [sent], group-by: [source.ip], timespan: 60s, condition: {field: amount, %s}}
        zhidun: {summary-en: "{value}"}
        """
            .formatted(type, condition);
    return new OneGroup(OneGroup.base("sent") + yaml);
  }

  private Event sent(long second, String amount, String... more) {
    Event event = OneGroup.event(second, sequence++, "sent", more);
    return TestEvents.with(event, "amount", amount);
  }
}
