package io.zhidun.rules.atom;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.Event;
import io.zhidun.events.FieldNames;
import io.zhidun.events.ValueType;
import io.zhidun.rules.TestEvents;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Single questions, where a short way could answer otherwise than the long one. */
class QuestionsTest {
  private static final int FIELD = FieldNames.id("a");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "7",
        "007",
        "10",
        "1e1",
        "100e-1",
        "10.0",
        "9.99",
        "-10",
        "999999999999999999",
        "1000000000000000000",
        "9223372036854775807",
        "9223372036854775808",
        "",
        " 10",
        "1_0",
        "x"
      })
  void numbersCompareAsDecimals(String value) {
    Event event = new Event();
    event.put(FIELD, value);
    TextView view = new TextView();
    for (String bound :
        List.of("10", "1E+1", "0", "7", "9.99", "-10", "1000000000000000000", "1e30")) {
      BigDecimal wanted = new BigDecimal(bound);
      BigDecimal number = value.matches("-?[0-9.]+(e-?[0-9]+)?") ? new BigDecimal(value) : null;
      assertThat(new NumberTest(wanted).holds(event, FIELD, view))
          .as(value + " = " + bound)
          .isEqualTo(number != null && number.compareTo(wanted) == 0);
      assertThat(new RangeTest(RangeTest.Comparison.GTE, wanted).holds(event, FIELD, view))
          .as(value + " >= " + bound)
          .isEqualTo(number != null && number.compareTo(wanted) >= 0);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "10.1.2.3, 10.0.0.0/8, true",
    "11.1.2.3, 10.0.0.0/8, false",
    "255.255.255.255, 255.255.255.255, true",
    "255.255.255.254, 255.255.255.255, false",
    "1.2.3.4, 0.0.0.0/0, true",
    "1.2.3, 0.0.0.0/0, false",
    "1.2.3.4.5, 0.0.0.0/0, false",
    "1.2.3.256, 0.0.0.0/0, false",
    "1.2.03.4, 0.0.0.0/0, false",
    "1.2..4, 0.0.0.0/0, false",
    "1.2.3.4%eth0, 1.2.3.4, true",
    "::ffff:1.2.3.4, 1.2.3.4, true",
    "1.2.3.4, ::/0, false",
  })
  void addressesLieInNetworks(String address, String network, boolean expected) {
    Event event = new Event();
    event.put(FIELD, address);
    CidrTest test = CidrTest.of(network);
    assertThat(test.holds(event, FIELD, new TextView())).isEqualTo(expected);
    assertThat(test.contains(address)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "WHOLE ~ C:\\\\É ~ c:\\\\é ~ true",
        "WHOLE ~ ab ~ abc ~ false",
        "START ~ abc ~ AB ~ true",
        "START ~ xab ~ ab ~ false",
        "END ~ xab ~ AB ~ true",
        "END ~ ab ~ ab ~ true",
        "END ~ abx ~ ab ~ false",
        "ANYWHERE ~ xabx ~ AB ~ true",
        "ANYWHERE ~ xax ~ ab ~ false",
      })
  void fieldsCompareWithFields(
      PatternText.Anchor anchor, String value, String other, boolean expected) {
    FieldTest test = new FieldTest("b", anchor);
    Event event = TestEvents.json("{\"a\":\"" + value + "\",\"b\":\"" + other + "\"}");
    TextView remembers = new TextView();
    remembers.begin();
    assertThat(test.holds(event, FIELD, remembers)).isEqualTo(expected);
    assertThat(test.holds(event, FIELD, new TextView())).isEqualTo(expected);
  }

  @Test
  void patternsFindTheirLiteralWhereverItStands() {
    Random random = new Random(7);
    String letters = "aAbBzZ@[`{ \\.é";
    for (int i = 0; i < 20_000; i++) {
      String literal = text(random, letters, 1 + random.nextInt(6));
      String value = text(random, letters, random.nextInt(30));
      boolean cased = random.nextBoolean();
      Glob glob = PatternText.read(literal, true).glob(PatternText.Anchor.ANYWHERE, cased, false);
      Event event = new Event();
      event.put(FIELD, value);
      boolean expected =
          cased ? value.contains(literal) : Folding.fold(value).contains(Folding.fold(literal));
      assertThat(new TextTest(glob).holds(event, FIELD, new TextView()))
          .as(literal + " in " + value)
          .isEqualTo(expected);
    }
  }

  @Test
  void valuesReadAsTheEventSaysThem() {
    Random random = new Random(8);
    List<String> pieces =
        List.of(
            "a",
            "bcdefghij",
            "\\\\",
            "\\n",
            "\\\"",
            "\\/",
            "\\u00e9",
            "\\ud83d\\ude00",
            "é",
            "\\u0041");
    TextView view = new TextView();
    for (int i = 0; i < 5_000; i++) {
      StringBuilder json = new StringBuilder("{\"a\":\"");
      for (int piece = random.nextInt(12); piece > 0; piece--) {
        json.append(pieces.get(random.nextInt(pieces.size())));
      }
      Event event = TestEvents.json(json.append("\"}").toString());
      assertThat(view.text(event, 0)).isEqualTo(event.textAt(0));
      view.begin();
      view.showFolded(event, 0);
      assertThat(Folding.fold(view.toString())).isEqualTo(Folding.fold(event.textAt(0)));
    }
  }

  /** The expression's states are many; they are made once and looked up after. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        ".{1000,}",
        "[ab]{3}c",
        "(?:a|ab)*c\\n",
        "\\\\[a-z]{1,32}\\.[a-z]{1,6}\\.[ \"']{1}"
      })
  void expressionsAnswerAsTheJdkDoes(String expression) {
    Random random = new Random(9);
    RegexTest test = new RegexTest(expression, 0);
    java.util.regex.Pattern pattern = java.util.regex.Pattern.compile(expression);
    TextView view = new TextView();
    for (int i = 0; i < 300; i++) {
      String value = text(random, "abc\\. \"\n", random.nextInt(i < 20 ? 3_000 : 60));
      Event event = new Event();
      event.put(FIELD, ValueType.TEXT, value.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      assertThat(test.holds(event, FIELD, view)).as(value).isEqualTo(pattern.matcher(value).find());
    }
  }

  private static String text(Random random, String letters, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }
}
