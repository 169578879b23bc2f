package io.zhidun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.events.RecordHeaders;
import io.zhidun.events.Topics;
import io.zhidun.testkit.Await;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** What no source should send: counted, kept, shown as text, and nothing stops. */
@ExtendWith(SharedProduct.class)
class HostileInputIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String SCRIPT = "<script>alert(1)</script>";

  @Test
  void unreadableRecordsAreKeptWithTheirReasonsAndTheRestGoesOn() throws Exception {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    line(lines, audit("a-1", "1").substring(0, 90));
    line(lines, manyFields());
    line(lines, "{\"ts\":\"" + "x".repeat(1 << 20) + "\"}");
    line(lines, "\0\0\0");
    lines.write(new byte[] {(byte) 0xff, (byte) 0xfe, '\n'});
    for (int i = 0; i < 10; i++) {
      line(lines, audit(SCRIPT, Integer.toString(i)));
    }
    append("hostile.log", lines.toByteArray());

    Product product = SharedProduct.product();
    Await.until(PATIENCE, "five rejected records", () -> rejected(product, "hostile").size() >= 5);
    assertThat(rejected(product, "hostile"))
        .hasSize(5)
        .anySatisfy(reason -> assertThat(reason).contains("a string has no end"))
        .anySatisfy(reason -> assertThat(reason).contains("more than 4096 values"))
        .anySatisfy(reason -> assertThat(reason).contains("an object was expected"));

    SharedProduct.operator();
    try (Browser browser =
        Browser.watch(product, "rule=trademark-bulk-export", SCRIPT, "records-export")) {
      browser.next();
      JsonNode page = browser.next();

      assertThat(page.path("text").asString()).contains(SCRIPT);
      assertThat(page.path("dialogs").asInt()).isZero();
    }
  }

  @Test
  void linesWithoutAUsableTimeAreDatedByTheirReceiptAndSaySo() throws Exception {
    String marker = "undated-" + Instant.now().toEpochMilli();
    append(
        "undated.log",
        ("<34>su: "
                + "\u0001".repeat((1 << 20) - 100)
                + "\n<34>su: "
                + marker
                + " missing\n2099-01-01T00:00:00Z h p: "
                + marker
                + " future\n")
            .getBytes(StandardCharsets.UTF_8));

    SharedProduct.operator();
    Await.until(
        PATIENCE,
        "both lines in the search",
        () -> SharedProduct.operator().get("/api/v1/events?q=" + marker).path("items").size() == 2);
    String items =
        SharedProduct.operator().get("/api/v1/events?q=" + marker).path("items").toString();
    assertThat(items).contains("time-missing").contains("time-future");
    assertThat(rejected(SharedProduct.product(), "undated"))
        .as("a mebibyte of control characters is six as JSON")
        .singleElement()
        .asString()
        .startsWith("the event takes ");
  }

  private static List<String> rejected(Product product, String source) {
    List<String> reasons = new ArrayList<>();
    RawTopic.each(
        product.kafka(),
        Topics.REJECTED,
        record -> {
          if (RawTopic.header(record, RecordHeaders.SOURCE).equals(source)) {
            reasons.add(RawTopic.header(record, RecordHeaders.REASON));
          }
        });
    return reasons;
  }

  private static String audit(String account, String object) {
    return ("{\"ts\":\"%s\",\"system\":\"trademark\",\"host\":\"tm-web-01\",\"action\":\"records-export\","
            + "\"outcome\":\"success\",\"account\":\"%s\",\"role\":\"clerk\",\"client\":\"2001:db8::66\","
            + "\"session\":\"s\",\"object\":{\"type\":\"mark\",\"id\":\"%s\",\"published\":true},\"records\":9}")
        .formatted(Instant.now(), account, object);
  }

  private static String manyFields() {
    StringBuilder many = new StringBuilder("{\"k\":0");
    for (int i = 0; i < 10_000; i++) {
      many.append(",\"k").append(i).append("\":1");
    }
    return many.append('}').toString();
  }

  private static void line(ByteArrayOutputStream to, String text) throws IOException {
    to.write(text.getBytes(StandardCharsets.UTF_8));
    to.write('\n');
  }

  private static void append(String name, byte[] bytes) throws IOException {
    Path file = SharedProduct.in().resolve(name);
    Files.write(file, bytes);
  }
}
