package io.zhidun.rules.filings.mark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.rules.filings.record.Party;
import io.zhidun.rules.filings.record.PartyKind;
import io.zhidun.rules.filings.record.Telemetry;
import io.zhidun.rules.filings.signal.Signal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicWordDetectorTest {

  private final MarkRecords stream = MarkRecords.ofAll();

  @Test
  void firesAtOnceForAWordOfPolicy() {
    String application = stream.file("某甲", "一带一路好物", 30);
    Signal signal = signals().get(0);
    assertThat(signal.window()).isEqualTo(application);
    assertThat(signal.numbers())
        .containsEntry("list", "party-policy")
        .containsEntry("word", "一带一路")
        .containsEntry("from", "2013-09-07");
    assertThat(signal.evidence().get(0).type()).isEqualTo("public-word");
  }

  @Test
  void readsTraditionalAndSpacedWordsToo() {
    stream.file("某甲", "一帶 一路", 30);
    assertThat(signals()).hasSize(1);
  }

  @Test
  void wantsThreeFilingsForPlaces() {
    stream.file("某甲", "敦煌", 30);
    stream.file("某甲", "丽江", 30);
    assertThat(signals()).isEmpty();
    stream.file("某甲", "景德镇", 21);
    assertThat(signals()).hasSize(1);
    assertThat(signals().get(0).window()).isEqualTo("places/36m");
    assertThat(signals().get(0).filings()).hasSize(3);
    stream.file("某甲", "吐鲁番", 31);
    assertThat(signals().get(1).score()).isGreaterThan(signals().get(0).score());
  }

  @Test
  void leavesAPlaceInALongerNameAlone() {
    for (int i = 0; i < 5; i++) {
      stream.file("某甲", "青岛海风好时光", 30);
    }
    assertThat(signals()).isEmpty();
  }

  @Test
  void leavesThePlaceInOnesOwnNameAlone() {
    for (int i = 1; i < 6; i++) {
      stream.file("黄山旅游", "黄山", i);
    }
    assertThat(signals()).isEmpty();
  }

  @Test
  void leavesPublicBodiesAlone() {
    Party office = new Party("某办公室", PartyKind.GOVERNMENT, null, null, "CN", null);
    stream.file(office, Telemetry.NONE, "进博会", 35);
    assertThat(signals()).isEmpty();
  }

  @Test
  void takesGenericNamesInTheirClassOnly() {
    for (int i = 0; i < 4; i++) {
      stream.file("某甲", "螺蛳粉", 9);
    }
    assertThat(signals()).isEmpty();
    stream.file("某甲", "螺蛳粉", 30);
    stream.file("某甲", "火锅", 43);
    stream.file("某甲", "沙发", 20);
    assertThat(signals()).hasSize(1);
    assertThat(signals().get(0).numbers()).containsEntry("list", "generic-names");
  }

  @Test
  void mindsPhrasesWithAnotherMeaningAndDates(@TempDir Path folder) throws IOException {
    write(
        folder,
        """
        id: own
        name: {zh: 自有, en: Own}
        filings: 1
        share: 0
        words:
          - {word: 青羚羊, from: "2026-01-10", until: "2026-02-01", unless: [青羚羊奶]}
        """);
    MarkRecords own = with(folder);
    own.file("某甲", "青羚羊", 9);
    own.passDays(10).file("某甲", "青羚羊", 9);
    own.file("某甲", "青羚羊奶粉", 9);
    own.passDays(30).file("某甲", "青羚羊", 9);
    assertThat(own.signals(PublicWordDetector.CODE)).hasSize(1);
    own.file("某甲", "一带一路", 9);
    assertThat(own.signals(PublicWordDetector.CODE)).hasSize(2);
  }

  @Test
  void letsASiteReplaceAShippedList(@TempDir Path folder) throws IOException {
    write(
        folder,
        """
        id: party-policy
        name: {zh: 无, en: None}
        filings: 1
        share: 0
        words: []
        """);
    MarkRecords own = with(folder);
    own.file("某甲", "一带一路", 9);
    assertThat(own.signals(PublicWordDetector.CODE)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          id: Bad Id                       | kebab-case
          filings: 0                       | at least 1
          share: 2                         | from 0 to 1
          words: 5                         | not a list
          words: [一]                      | fewer than two letters
          words: [5]                       | not a text
          byClass: {46: [面包]}            | not a class from 1 to 45
          """)
  void namesFileAndFault(String line, String fault, @TempDir Path folder) throws IOException {
    String whole = "id: own\nname: {zh: 自有, en: Own}\nfilings: 1\nshare: 0\nwords: []\n";
    String field = line.substring(0, line.indexOf(':') + 1);
    String kept =
        String.join("\n", whole.lines().filter(other -> !other.startsWith(field)).toList());
    write(folder, kept + "\n" + line.trim() + "\n");
    assertThatThrownBy(() -> PublicWords.withSite(folder))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("own.yml")
        .hasMessageContaining(fault);
  }

  @Test
  void automatonFindsWhatSearchingForEachWordFinds() {
    Random random = new Random(7);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      words.add(text(random, 1 + random.nextInt(4)));
    }
    WordAutomaton automaton = new WordAutomaton(words);
    for (int i = 0; i < 500; i++) {
      String text = text(random, 30);
      List<Integer> found = new ArrayList<>();
      automaton.find(text, found::add);
      List<Integer> expected = new ArrayList<>();
      for (int word = 0; word < words.size(); word++) {
        for (int at = text.indexOf(words.get(word)); at >= 0; ) {
          expected.add(word);
          at = text.indexOf(words.get(word), at + 1);
        }
      }
      assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('甲' + random.nextInt(4)));
    }
    return text.toString();
  }

  private static void write(Path folder, String yaml) throws IOException {
    Files.writeString(folder.resolve("own.yml"), yaml);
  }

  private static MarkRecords with(Path folder) throws IOException {
    PublicWords words = PublicWords.withSite(folder);
    return new MarkRecords(MarkDetectors.all(words, MarkDetectors.AGENCY_CLASSES));
  }

  private List<Signal> signals() {
    return stream.signals(PublicWordDetector.CODE);
  }
}
