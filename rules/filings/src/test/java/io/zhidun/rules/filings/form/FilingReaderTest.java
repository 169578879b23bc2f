package io.zhidun.rules.filings.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.filings.record.FilingRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilingReaderTest {

  private final FilingReader reader = new FilingReader(new byte[32]);

  @ParameterizedTest
  @CsvSource({
    "filing-ndjson, invention.ndjson, 1", "filing-ndjson, mark.ndjson, 2",
    "filing-cnipa-xml, cnipa-new.xml, 1", "filing-cnipa-xml, cnipa-old.xml, 1",
    "filing-st96, st96-patent.xml, 1", "filing-st96, st96-trademark.xml, 2",
    "filing-st66, st66-trademark.xml, 2"
  })
  void readsEveryDataset(String dataset, String file, int records) {
    FormRead read = reader.read(dataset, Fixtures.bytes(file));
    assertThat(read.faults()).isEmpty();
    assertThat(read.notes()).isEmpty();
    assertThat(read.records()).hasSize(records);
    assertThat(reader.read(Fixtures.bytes(file))).as("found by itself").isEqualTo(read);
  }

  @ParameterizedTest
  @CsvSource({
    "filing-ndjson, cnipa-new.xml, filing-cnipa-xml",
    "filing-st66, st96-patent.xml, filing-st96",
    "filing-cnipa-xml, invention.ndjson, filing-ndjson"
  })
  void readsAMistakenDatasetForWhatItIs(String declared, String file, String dataset) {
    FormRead read = reader.read(declared, Fixtures.bytes(file));
    assertThat(read.records()).hasSize(1);
    assertThat(read.notes())
        .containsExactly(new FormFault("dataset", declared, "read as what it is: " + dataset));
  }

  @Test
  void readsManyLinesAndNamesTheOneAtFault() {
    String good = Fixtures.text("invention.ndjson").strip();
    String lines = good + "\n\n{\"applicationNumber\":\"1\"}\r\n" + good + "\n";
    FormRead read = reader.read(lines.getBytes(StandardCharsets.UTF_8));
    assertThat(read.records()).hasSize(2);
    assertThat(read.faults()).extracting(FormFault::field).containsExactly("line 3: applType");
  }

  @Test
  void servesSeveralThreads() {
    FormRead alone = reader.read(Fixtures.bytes("mark.ndjson"));
    IntStream.range(0, 400)
        .parallel()
        .forEach(
            i -> {
              String file = Fixtures.ALL.get(4 + i % 3);
              assertThat(reader.read(Fixtures.bytes(file))).isEqualTo(alone);
            });
  }

  @Test
  void readsOneObjectOverSeveralLines() {
    String text =
        "{\n \"applicationNumber\": \"2026104796018\",\n \"filingDate\": \"2026-11-20\"\n}\n";
    assertThat(reader.read(text.getBytes(StandardCharsets.UTF_8)).records()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\n", "x", "<", "{", "null", "\ufeff", "<?xml", "<!DOCTYPE"})
  void takesNothingForARecord(String text) {
    FormRead read = reader.read(text.getBytes(StandardCharsets.UTF_8));
    assertThat(read.records()).isEmpty();
  }

  /** Whatever bytes come, there is an answer, soon, and what is read can be written and read. */
  @Test
  void survivesMutatedForms() {
    List<byte[]> seeds = new ArrayList<>();
    for (String file : Fixtures.ALL) {
      seeds.add(Fixtures.bytes(file));
    }
    RandomRecords records = new RandomRecords(new Random(6));
    for (int i = 0; i < 20; i++) {
      seeds.add(FilingLineWriter.whole().write(records.next()));
    }
    Random random = new Random(7);
    int read = 0;
    int refused = 0;
    for (int i = 0; i < 4_000; i++) {
      byte[] mutated = mutated(seeds.get(random.nextInt(seeds.size())), random);
      long begin = System.nanoTime();
      FormRead outcome = reader.read(mutated);
      assertThat(System.nanoTime() - begin).isLessThan(5_000_000_000L);
      read += outcome.records().size();
      refused += outcome.faults().size();
      for (FilingRecord record : outcome.records()) {
        byte[] line = FilingLineWriter.whole().write(record);
        assertThat(reader.read(line).records()).containsExactly(record);
      }
    }
    assertThat(read).as("not everything breaks").isGreaterThan(1_000);
    assertThat(refused).as("not everything passes").isGreaterThan(1_000);
  }

  /** Half of them change values only, so that more gets past the parsers. */
  private static byte[] mutated(byte[] seed, Random random) {
    if (random.nextBoolean()) {
      StringBuilder text = new StringBuilder(new String(seed, StandardCharsets.UTF_8));
      String characters = "0129X一号区路\ud842 ;年-a\u3000";
      for (int n = 1 + random.nextInt(8); n > 0; n--) {
        int at = random.nextInt(text.length());
        if (Character.isDigit(text.charAt(at)) || text.charAt(at) > 127) {
          text.setCharAt(at, characters.charAt(random.nextInt(characters.length())));
        }
      }
      return text.toString().getBytes(StandardCharsets.UTF_8);
    }
    byte[] bytes = seed.clone();
    for (int n = 1 + random.nextInt(4); n > 0; n--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) "<>&\"'{}[]:,\\/-0189X\u0000\n".charAt(random.nextInt(20));
        case 2 ->
            bytes =
                spliced(bytes, at, Math.min(bytes.length, at + random.nextInt(40)), new byte[0]);
        case 3 -> bytes = spliced(bytes, at, at, piece(bytes, random));
        case 4 ->
            bytes =
                spliced(bytes, at, Math.min(bytes.length, at + random.nextInt(9)), token(random));
        default ->
            bytes = random.nextInt(20) == 0 ? spliced(bytes, at, bytes.length, new byte[0]) : bytes;
      }
      if (bytes.length == 0) {
        return bytes;
      }
    }
    return bytes;
  }

  private static byte[] piece(byte[] bytes, Random random) {
    int from = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, from + random.nextInt(200));
    return Arrays.copyOfRange(bytes, from, to);
  }

  private static byte[] token(Random random) {
    String[] tokens = {
      "null",
      "[]",
      "{}",
      "-1",
      "1e999",
      "\\ud800",
      "true",
      "<!--",
      "<![CDATA[",
      "]]>",
      "&#0;",
      "&x;",
      "<?x?>",
      "\ufffe",
      "00000000",
      "9999-99-99",
      "\"\"",
      "<a b='c'/>",
      "一",
      "２０２６"
    };
    return tokens[random.nextInt(tokens.length)].getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
    byte[] out = new byte[from + middle.length + bytes.length - to];
    System.arraycopy(bytes, 0, out, 0, from);
    System.arraycopy(middle, 0, out, from, middle.length);
    System.arraycopy(bytes, to, out, from + middle.length, bytes.length - to);
    return out;
  }
}
