package io.zhidun.stream.filings;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.filings.form.FilingLines;
import io.zhidun.rules.filings.judge.FilingRules;
import io.zhidun.rules.filings.judge.IndicationJson;
import io.zhidun.rules.filings.record.FilingRecord;
import io.zhidun.rules.filings.screen.DigestCodec;
import io.zhidun.rules.filings.screen.FilingScreen;
import io.zhidun.rules.filings.text.Digest;
import io.zhidun.simulator.market.Market;
import io.zhidun.simulator.market.MarketPlan;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The shipped screen after a restart: what it is shown again is all that it needs to know. */
class RestoredScreenTest {

  private static final byte[] KEY = new byte[32];
  private static final int RECORDS = 12_000;

  private final FilingRules rules = FilingRules.shipped();
  private final DigestCodec codec = new DigestCodec(KEY);

  @Test
  void screenThatWasShownTheDigests_goesOnAsTheOneThatNeverStopped() {
    List<byte[]> digests = digests();
    FilingScreen never = FilingScreen.shipped(rules);
    FilingScreen restored = FilingScreen.shipped(rules);
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    int half = digests.size() / 2;
    see(never, digests.subList(0, half), expected);
    see(restored, digests.subList(0, half), new ArrayList<>());
    int before = expected.size();
    see(never, digests.subList(half, digests.size()), expected);
    see(restored, digests.subList(half, digests.size()), found);

    assertThat(found).isNotEmpty().isEqualTo(expected.subList(before, expected.size()));
  }

  @Test
  void digests_sayTheSameAsTheRecordsThatTheyWereMadeOf() {
    FilingScreen whole = FilingScreen.shipped(rules);
    FilingScreen stored = FilingScreen.shipped(rules);
    List<String> expected = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (FilingRecord record : records()) {
      Digest digest = Digest.of(record);
      whole.see(digest, indication -> expected.add(text(indication)));
      stored.see(codec.read(codec.write(digest)), indication -> found.add(text(indication)));
    }

    assertThat(found).isNotEmpty().isEqualTo(expected);
  }

  private void see(FilingScreen screen, List<byte[]> digests, List<String> said) {
    for (byte[] digest : digests) {
      screen.see(codec.read(digest), indication -> said.add(text(indication)));
    }
  }

  private static String text(io.zhidun.rules.filings.judge.Indication indication) {
    return new String(IndicationJson.write(indication), StandardCharsets.UTF_8);
  }

  private List<byte[]> digests() {
    return records().stream().map(record -> codec.write(Digest.of(record))).toList();
  }

  private static List<FilingRecord> records() {
    Market market = new Market(MarketPlan.of(5, LocalDate.of(2026, 1, 5), 40, 0.004).detail(0.2));
    FilingLines lines = new FilingLines(KEY);
    List<FilingRecord> records = new ArrayList<>();
    while (records.size() < RECORDS && market.hasNext()) {
      records.addAll(lines.read(market.next().json()).records());
    }
    return records;
  }
}
