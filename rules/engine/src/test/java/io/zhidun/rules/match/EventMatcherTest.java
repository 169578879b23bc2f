package io.zhidun.rules.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Event;
import io.zhidun.events.LogSource;
import io.zhidun.rules.NaiveRule;
import io.zhidun.rules.TestEvents;
import io.zhidun.rules.sigma.Rule;
import io.zhidun.rules.sigma.RuleFile;
import io.zhidun.rules.sigma.RuleLinker;
import io.zhidun.rules.sigma.RuleParser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventMatcherTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "a: foo ~ {\"a\":\"FOO\"} ~ true",
        "a: foo ~ {\"a\":\"food\"} ~ false",
        "a: foo ~ {\"a\":null} ~ false",
        "a: foo ~ {\"b\":\"foo\"} ~ false",
        "a: '' ~ {\"a\":\"\"} ~ true",
        "a: '' ~ {\"b\":\"\"} ~ false",
        "a: null ~ {\"b\":\"\"} ~ true",
        "a: null ~ {\"a\":\"\"} ~ false",
        "a: null ~ {\"a\":null} ~ true",
        "a: 1 ~ {\"a\":1.0} ~ true",
        "a: 1 ~ {\"a\":\"1\"} ~ true",
        "a: 1000 ~ {\"a\":1e3} ~ true",
        "a: '1' ~ {\"a\":1} ~ true",
        "a: true ~ {\"a\":true} ~ true",
        "a: false ~ {\"a\":true} ~ false",
        "a: 'f*r' ~ {\"a\":\"far\"} ~ true",
        "a: 'f?r' ~ {\"a\":\"f中r\"} ~ true",
        "a: 'f?r' ~ {\"a\":\"fr\"} ~ false",
        "a: 'f\\*r' ~ {\"a\":\"f*r\"} ~ true",
        "a: 'f\\*r' ~ {\"a\":\"far\"} ~ false",
        "a: 'C:\\x' ~ {\"a\":\"c:\\\\X\"} ~ true",
        "a: 'C:\\\\x' ~ {\"a\":\"c:\\\\X\"} ~ true",
        "a|contains: 'oo' ~ {\"a\":\"fOOd\"} ~ true",
        "a|startswith: 'fo' ~ {\"a\":\"xfo\"} ~ false",
        "a|endswith: '\\cmd.exe' ~ {\"a\":\"C:\\\\CMD.EXE\"} ~ true",
        "a|contains|all: [x, y] ~ {\"a\":\"y-x\"} ~ true",
        "a|contains|all: [x, y] ~ {\"a\":\"y\"} ~ false",
        "a|contains: 'É' ~ {\"a\":\"caf\\u00e9\"} ~ true",
        "a|cased: Foo ~ {\"a\":\"foo\"} ~ false",
        "a|contains|cased: Foo ~ {\"a\":\"a Foo\"} ~ true",
        "a|re: '^f[o]+$' ~ {\"a\":\"foo\"} ~ true",
        "a|re: '^F[o]+$' ~ {\"a\":\"foo\"} ~ false",
        "a|re|i: '^F[o]+$' ~ {\"a\":\"foo\"} ~ true",
        "a|cidr: 10.0.0.0/8 ~ {\"a\":\"10.9.8.7\"} ~ true",
        "a|cidr: 10.0.0.0/8 ~ {\"a\":\"11.9.8.7\"} ~ false",
        "a|cidr: 2001:db8::/32 ~ {\"a\":\"2001:DB8:1::2\"} ~ true",
        "a|cidr: 2001:db8::/32 ~ {\"a\":\"10.0.0.1\"} ~ false",
        "a|gte: 5 ~ {\"a\":5} ~ true",
        "a|lt: 5 ~ {\"a\":\"4.9\"} ~ true",
        "a|gt: 5 ~ {\"a\":\"many\"} ~ false",
        "a|hour: 3 ~ {\"a\":\"2026-11-27T03:04:05Z\"} ~ true",
        "a|hour: 3 ~ {\"a\":\"2026-11-27T03:04:05+08:00\"} ~ true",
        "a|hour|gte: 22 ~ {\"a\":\"2026-11-27 22:00\"} ~ true",
        "a|hour|lt: 6 ~ {\"a\":\"2026-11-27 22:00\"} ~ false",
        "a|hour|neq: 3 ~ {\"a\":\"2026-11-27T04:04:05Z\"} ~ true",
        "a|minute: [0, 30] ~ {\"a\":\"2026-11-27T03:30:05Z\"} ~ true",
        "a|day: 27 ~ {\"a\":\"2026-11-27T03:30:05Z\"} ~ true",
        "a|day: 29 ~ {\"a\":\"2026-02-29T03:30:05Z\"} ~ false",
        "a|week: 53 ~ {\"a\":\"2027-01-01T03:30:05Z\"} ~ true",
        "a|month: 11 ~ {\"a\":\"2026-11-27T03:30:05Z\"} ~ true",
        "a|year|lt: 2026 ~ {\"a\":\"2026-11-27T03:30:05Z\"} ~ false",
        "a|year: 2026 ~ {\"a\":\"2026-11-27\"} ~ false",
        "a|hour: 3 ~ {\"a\":3} ~ false",
        "a|exists: true ~ {\"a\":null} ~ true",
        "a|exists: false ~ {\"b\":1} ~ true",
        "a|neq: foo ~ {\"a\":\"bar\"} ~ true",
        "a|neq: foo ~ {\"a\":\"Foo\"} ~ false",
        "a|windash|contains: ' -x' ~ {\"a\":\"cmd /x\"} ~ true",
        "a|windash|contains: ' -x' ~ {\"a\":\"cmd –x\"} ~ true",
        "a|base64|contains: 'ab' ~ {\"a\":\"YWI=\"} ~ true",
        "a|base64offset|contains: 'abc' ~ {\"a\":\"eGFiY3g=\"} ~ true",
        "a|fieldref: b ~ {\"a\":\"x\",\"b\":\"X\"} ~ true",
        "a|fieldref: b ~ {\"a\":\"x\"} ~ false",
        "a: [x, y] ~ {\"a\":[\"z\",\"Y\"]} ~ true",
      })
  void itemsHoldAsTheSpecificationSays(String item, String json, boolean expected) {
    String key = item.strip();
    Engine engine = new Engine(List.of(rule(0, "sel:\n      " + key, "sel")));
    assertThat(engine.hits(TestEvents.json(json)).contains("r0")).as(item).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "a and b, true, true, true",
    "a and b, true, false, false",
    "a or b, false, true, true",
    "a and not b, true, false, true",
    "not a and not b, false, false, true",
    "a or b and not b, true, true, true",
    "(a or b) and not b, true, true, false",
    "1 of *, false, true, true",
    "all of them, true, false, false",
    "1 of a* or all of b*, false, false, false",
    "NOT (a AND b), true, false, true",
  })
  void conditionsBindAsTheSpecificationSays(
      String condition, boolean a, boolean b, boolean expected) {
    Engine engine = new Engine(List.of(rule(0, "a: {x: 1}\n    b: {y: 1}", condition)));
    Event event = TestEvents.json("{\"x\":" + (a ? 1 : 0) + ",\"y\":" + (b ? 1 : 0) + "}");
    assertThat(engine.hits(event).contains("r0")).isEqualTo(expected);
  }

  @Test
  void keywordsAreLookedForInEveryValue() {
    Engine engine = new Engine(List.of(rule(0, "k: ['evil*tool', other]", "k")));
    assertThat(engine.hits(TestEvents.json("{\"nobody.knows\":\"an EVIL hacking TOOL\"}")))
        .contains("r0");
    assertThat(engine.hits(TestEvents.json("{\"evil\":\"hammer\"}"))).isEmpty();
  }

  @Test
  void eventsOfOtherLogSourcesAreNotRead() {
    Engine engine = new Engine(List.of(rule(0, "sel: {a: 1}", "sel")));
    Event event = TestEvents.json("{\"a\":1}");
    event.logSource(new LogSource("webserver", null, null));
    assertThat(engine.hits(event)).isEmpty();
    event.logSource(new LogSource("process_creation", "windows", "sysmon"));
    assertThat(engine.hits(event)).contains("r0");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void agreesWithTheNaiveEvaluatorOnSeededRulesAndEvents(long seed) {
    RandomSigma random = new RandomSigma(seed);
    List<String> yaml = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      yaml.add(random.rule(i));
    }
    Engine engine = new Engine(yaml);
    Map<String, NaiveRule> naive = new LinkedHashMap<>();
    for (int i = 0; i < yaml.size(); i++) {
      naive.put("r" + i, new NaiveRule(yaml.get(i)));
    }
    for (int i = 0; i < 400; i++) {
      Event event = random.event();
      Map<String, List<Object>> values = TestEvents.values(event);
      Set<String> expected = new TreeSet<>();
      naive.forEach((id, rule) -> addIf(rule.matches(values), id, expected));
      assertThat(engine.hits(event)).as(values.toString()).isEqualTo(expected);
    }
  }

  private static void addIf(boolean matches, String id, Set<String> ids) {
    if (matches) {
      ids.add(id);
    }
  }

  static String rule(int number, String searches, String condition) {
    return "title: r"
        + number
        + "\nid: r"
        + number
        + "\nlogsource: {product: windows}\ndetection:\n    "
        + searches
        + "\n    condition: "
        + condition
        + "\n";
  }

  /** Rules compiled from texts. */
  static final class Engine {
    private final EventMatcher matcher;

    Engine(List<String> yaml) {
      RuleFile file = RuleParser.parse("test.yml", String.join("---\n", yaml));
      assertThat(file.faults()).isEmpty();
      List<Rule> rules = RuleLinker.link(file.drafts()).rules();
      matcher = new EventMatcher(CompiledRules.compile(rules));
    }

    Set<String> hits(Event event) {
      Set<String> hits = new TreeSet<>();
      matcher.match(event, rule -> assertThat(hits.add(rule.id())).isTrue());
      return hits;
    }
  }
}
