package io.zhidun.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventJsonTest {
  private final Event event = new Event();

  @Test
  void writesNestedObjectsInTheOrderOfNamesWithVendorFieldsLast() {
    event.put(FieldNames.id("vendor.object.id"), "CN1");
    event.put(FieldNames.id("source.ip"), "2001:db8::5");
    event.put(FieldNames.id("event.action"), "login");
    event.put(FieldNames.id("event.category"), "authentication");
    event.put(FieldNames.id("source.port"), ValueType.NUMBER, utf8("22"));

    assertThat(written())
        .isEqualTo(
            "{\"event\":{\"action\":\"login\",\"category\":[\"authentication\"]},"
                + "\"source\":{\"ip\":\"2001:db8::5\",\"port\":22},"
                + "\"vendor\":{\"object\":{\"id\":\"CN1\"}}}");
  }

  @Test
  void writesSeveralValuesAsAList() {
    event.put(FieldNames.id("user.name"), "a");
    event.put(FieldNames.id("user.name"), "b");

    assertThat(written()).isEqualTo("{\"user\":{\"name\":[\"a\",\"b\"]}}");
  }

  @Test
  void writesExtrasBelowVendorWhetherOrNotItIsThere() {
    event.putExtra("x", ValueType.TEXT, utf8("1"), 0, 1);
    assertThat(written()).isEqualTo("{\"vendor\":{\"x\":\"1\"}}");

    event.put(FieldNames.id("vendor.object.id"), "CN1");
    assertThat(written()).isEqualTo("{\"vendor\":{\"object\":{\"id\":\"CN1\"},\"x\":\"1\"}}");
  }

  @Test
  void constantsAreWrittenAsOtherValuesAre() {
    EventWriter writer = new EventWriter();
    byte[] quoted = utf8("a\"b");
    byte[] info = utf8("info");
    for (int i = 0; i < 3; i++) {
      event.clear();
      event.putConstant(FieldNames.id("event.kind"), quoted);
      event.putConstant(FieldNames.id("event.type"), i == 1 ? utf8("start") : utf8("end"));
      event.put(FieldNames.id("user.name"), "u" + i);
      event.putConstant(FieldNames.id("event.type"), info);
      event.putExtra("x", ValueType.TEXT, utf8("1"), 0, 1);

      assertThat(new String(writer.toBytes(event), StandardCharsets.UTF_8))
          .isEqualTo(
              "{\"event\":{\"kind\":\"a\\\"b\",\"type\":[\""
                  + (i == 1 ? "start" : "end")
                  + "\",\"info\"]},\"user\":{\"name\":\"u"
                  + i
                  + "\"},\"vendor\":{\"x\":\"1\"}}");
    }
  }

  @Test
  void anEventOfConstantsAloneIsWritten() {
    event.putConstant(FieldNames.id("event.kind"), utf8("event"));
    event.putExtra("x", ValueType.TEXT, utf8("1"), 0, 1);

    assertThat(written()).isEqualTo("{\"event\":{\"kind\":\"event\"},\"vendor\":{\"x\":\"1\"}}");
  }

  @Test
  void keepsAValueThatIsAlsoAnObject() {
    event.put(FieldNames.id("host"), "h");
    event.put(FieldNames.id("host.name"), "n");

    assertThat(written()).isEqualTo("{\"host\":{\"_value\":\"h\",\"name\":\"n\"}}");
  }

  @Test
  void escapesWhatJsonForbidsAndMendsWhatIsNoUtf8() {
    byte[] hostile = {
      '"', '\\', '\n', 0, (byte) 0xff, (byte) 0xc3, 'x', (byte) 0xed, (byte) 0xa0, (byte) 0x80
    };
    event.put(FieldNames.id("message"), ValueType.TEXT, hostile);

    assertThat(written())
        .isEqualTo("{\"message\":\"\\\"\\\\\\n\\u0000\ufffd\ufffdx\ufffd\ufffd\ufffd\"}");
  }

  @Test
  void writesTheTextOfAnyBytesAsJackson() {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      byte[] bytes = new byte[random.nextInt(40)];
      random.nextBytes(bytes);
      String text = new String(bytes, StandardCharsets.UTF_8);
      event.clear();
      event.put(FieldNames.id("message"), text);

      assertThat(Json.mapper().readTree(written()).path("message").asString()).isEqualTo(text);
    }
  }

  @Test
  void readsNestedAndDottedNamesAlike() throws JsonFault {
    FieldNames.id("a.b");
    for (String json :
        new String[] {"{\"a\":{\"b\":1}}", "{\"a.b\":1}", " { \"a\" : {\"b\":1} } "}) {
      event.clear();
      read(json);

      assertThat(event.text(FieldNames.id("a.b"))).isEqualTo("1");
    }
  }

  @Test
  void readsListsAsSeveralValuesAndResolvesEscapesOnDemand() throws JsonFault {
    int field = FieldNames.id("user.name");
    read("{\"user\":{\"name\":[\"\\u738b\\n\",\"b\",null]}}");

    int slot = event.first(field);
    assertThat(event.textAt(slot)).isEqualTo("王\n");
    assertThat(event.textAt(event.next(slot))).isEqualTo("b");
  }

  @Test
  void saysWhichValuesLieInTheTextAsTheyAre() throws JsonFault {
    event.put(FieldNames.id("before"), "x");
    read(
        "{\"a\":\"b\\\\c\\n\",\"d\":1,\"e\":[true,null],\"f\":\"\\u0067\",\"h\":\"é\",\"i\":\"j\"}");

    assertThat(event.textFirst()).isEqualTo(1);
    assertThat(event.textLast()).isEqualTo(event.size()).isEqualTo(8);
    assertThat(new String(event.text(), event.textStart(), 4, StandardCharsets.UTF_8))
        .isEqualTo("{\"a\"");
    List<Boolean> plain = new ArrayList<>();
    for (int slot = 0; slot < event.size(); slot++) {
      plain.add(event.isPlain(slot));
    }
    assertThat(plain).containsExactly(false, true, true, true, true, false, false, true);
    event.clear();
    assertThat(event.textLast()).isEqualTo(event.textFirst());
    assertThat(event.text()).isEmpty();
  }

  @Test
  void readsTheTimeStampIntoTheHeader() throws JsonFault {
    read("{\"@timestamp\":\"2026-11-22T08:00:00.5+08:00\"}");

    assertThat(event.timeMicros()).isEqualTo(1_795_305_600_500_000L);
  }

  @Test
  void refusesWhatIsNoObjectAndSaysWhere() {
    assertFault("[1]", "an object was expected at byte 0");
    assertFault("{\"a\":", "a value was expected at byte 5");
    assertFault("{\"a\" 1}", "a colon was expected at byte 5");
    assertFault("{\"a\":1} x", "nothing may follow the object at byte 8");
    assertFault("{\"a\":\"", "a string has no end at byte 6");
    assertFault("{\"a\":01}", "a comma or the object's end was expected at byte 6");
    assertFault("{\"a\":tru}", "a value was expected at byte 8");
    assertFault(
        "{\"a\":".repeat(40) + "1" + "}".repeat(40), "nesting is deeper than 32 at byte 160");
  }

  private void assertFault(String json, String message) {
    event.clear();
    assertThatThrownBy(() -> read(json)).isInstanceOf(JsonFault.class).hasMessage(message);
  }

  private void read(String json) throws JsonFault {
    byte[] bytes = utf8(json);
    new EventReader(true).read(bytes, 0, bytes.length, event);
  }

  private String written() {
    return new String(new EventWriter().toBytes(event), StandardCharsets.UTF_8);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
