package io.zhidun.rules.match;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Event;
import io.zhidun.events.EventReader;
import io.zhidun.events.FieldNames;
import io.zhidun.events.JsonFault;
import io.zhidun.rules.TestEvents;
import io.zhidun.rules.atom.Folding;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Literals anywhere in a value, and keywords anywhere in an event. */
class SearchTest {
  private static final String ALPHABET = "aAbBzZ@[`{ 0\\\\/.-\u00e9\u00c9\u017f\u212asSkK\u4e2d";

  /** Each row makes another choice of grams and strides. */
  @ParameterizedTest
  @CsvSource({"12,1,4", "30,2,3", "40,3,5", "40,4,6", "40,6,12", "40,9,16", "500,3,9", "500,5,14"})
  void literalsAreFoundWhereTheyStand(int rules, int shortest, int longest) {
    Random random = new Random(rules * 31L + shortest);
    List<String> literals = new ArrayList<>();
    List<String> yaml = new ArrayList<>();
    for (int i = 0; i < rules; i++) {
      literals.add(text(random, shortest + random.nextInt(longest - shortest + 1)));
      String item = "a|contains: " + quoted(literals.get(i));
      yaml.add(EventMatcherTest.rule(i, "sel: {" + item + "}", "sel"));
    }
    EventMatcherTest.Engine engine = new EventMatcherTest.Engine(yaml);
    for (int i = 0; i < 400; i++) {
      String value = text(random, random.nextInt(40));
      if (random.nextBoolean()) {
        value += literals.get(random.nextInt(rules)).toUpperCase(java.util.Locale.ROOT) + "b";
      }
      Event event = new Event();
      if (random.nextBoolean()) {
        event.put(FieldNames.id("a"), value);
      } else {
        event = TestEvents.json("{\"a\":" + TestEvents.toJson(value) + "}");
      }
      Set<String> expected = new TreeSet<>();
      for (int rule = 0; rule < rules; rule++) {
        if (Folding.fold(value).contains(Folding.fold(literals.get(rule)))) {
          expected.add("r" + rule);
        }
      }
      assertThat(engine.hits(event)).as(value).isEqualTo(expected);
    }
  }

  /** Keywords long enough to be looked for in the text of a whole event. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{\"x\":\"say open sesame now\"} ~ true",
        "{\"x\":\"say OPEN SESAME now\"} ~ true",
        "{\"x\":{\"y\":[1,\"open sesame\"]}} ~ true",
        "{\"open sesame\":\"x\"} ~ false",
        "{\"x\":\"open ses\",\"y\":\"ame\"} ~ false",
        "{\"x\":\"open ses\\u0061me\"} ~ true",
        "{\"x\":\"open \\u017fe\u017fame\"} ~ true",
        "{\"x\":\"open\\tsesame\"} ~ false",
        "{\"x\":\"\\\\open sesame\\n\",\"y\":\"\u00e9\"} ~ true",
        "{\"x\":\"one\\\\two\\\\three\"} ~ true",
        "{\"x\":\"one\\\\two\\\\threshold\"} ~ false",
        "{\"x\":\"starts here and ends there\"} ~ true",
        "{\"x\":\"starts here and\",\"y\":\"ends there\"} ~ false",
      })
  void keywordsAreFoundInValuesOnly(String json, boolean expected) {
    assertThat(keywords().hits(TestEvents.json(json)).contains("r0")).isEqualTo(expected);
  }

  @Test
  void keywordsAreFoundInValuesPutBesideATextAndInASecondText() throws JsonFault {
    EventMatcherTest.Engine engine = keywords();
    Event event = TestEvents.json("{\"x\":1}");
    event.put(FieldNames.id("y"), "open sesame");
    assertThat(engine.hits(event)).contains("r0");

    byte[] second = "{\"z\":\"q\"}".getBytes(StandardCharsets.UTF_8);
    event = TestEvents.json("{\"x\":\"open sesame\"}");
    new EventReader(true).read(second, 0, second.length, event);
    assertThat(engine.hits(event)).contains("r0");
  }

  /** What is indexed changes with what the stream shows; what matches does not. */
  @Test
  void learningChangesNoMatch() {
    EventMatcherTest.Engine engine =
        new EventMatcherTest.Engine(
            List.of(
                EventMatcherTest.rule(0, "a: {m: GET}\n    b: ['=whoami', '=net+user']", "a and b"),
                EventMatcherTest.rule(
                    1, "a: {u|contains: common}\n    b: {w|re: 'x`+y'}", "a and b"),
                EventMatcherTest.rule(2, "a: {u|re: 'e.{1}f'}\n    b: {v: 5}", "a or not b"),
                EventMatcherTest.rule(3, "a: {u|endswith: z, v|gte: 3}", "a")));
    List<Event> events =
        List.of(
            TestEvents.json("{\"m\":\"GET\",\"u\":\"q=WHOAMI\",\"v\":5}"),
            TestEvents.json("{\"m\":\"GET\",\"u\":\"common\",\"w\":\"x``y\",\"v\":5}"),
            TestEvents.json("{\"m\":\"GET\",\"u\":\"common e f\",\"v\":5}"),
            TestEvents.json("{\"m\":\"PUT\",\"u\":\"=net+user z\",\"v\":3.0}"));
    List<Set<String>> first = events.stream().map(engine::hits).toList();
    assertThat(first).containsExactly(Set.of("r0"), Set.of("r1"), Set.of("r2"), Set.of("r2", "r3"));
    for (int i = 0; i < 2_000; i++) {
      assertThat(events.stream().map(engine::hits).toList()).isEqualTo(first);
    }
  }

  private static EventMatcherTest.Engine keywords() {
    String words = "k: ['open sesame', 'one\\two\\three', 'starts here*ends there', 'long enough']";
    return new EventMatcherTest.Engine(List.of(EventMatcherTest.rule(0, words, "k")));
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  /** As YAML, with Sigma's backslash doubled. */
  private static String quoted(String literal) {
    return "'" + literal.replace("\\", "\\\\") + "'";
  }
}
