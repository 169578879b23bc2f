package io.zhidun.measure.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zhidun.measure.state.StateForm;
import io.zhidun.measure.template.TemplateFinding.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TemplateMinerTest {
  private static final long SECOND = 1000;
  private static final long START = 1_700_000_000_000L;

  private final TemplateMiner miner = new TemplateMiner();
  private final List<TemplateFinding> findings = new ArrayList<>();
  private final Random random = new Random(3);
  private long time = START;

  @Test
  void linesThatDifferInTheirVariablesAreOneTemplate() {
    line("Accepted password for zhang from 192.0.2.1 port 4711");
    line("Accepted password for li from 192.0.2.77 port 9");
    line("Connection closed by 192.0.2.1");
    assertThat(miner.size()).isEqualTo(2);
    assertThat(StateForm.bytes(miner)).asString().contains("Accepted");
  }

  @Test
  void aTemplateIsNewOnlyOnceTheSourceIsKnown() {
    usual(30 * 3600);
    assertThat(findings).isEmpty();
    line("FATAL cannot open index filings-2026: too many open files");
    line("FATAL cannot open index filings-2027: too many open files");
    assertThat(findings).hasSize(1);
    TemplateFinding finding = findings.get(0);
    assertThat(finding.kind()).isEqualTo(Kind.NEW);
    assertThat(finding.template()).isEqualTo("FATAL cannot open index <*> too many open files");
    assertThat(finding.words().zh()).startsWith("出现从未见过的日志模板");
  }

  @Test
  void aTemplateThatComesSuddenlyOftenIsToldOnceInFiveMinutes() {
    usual(30 * 3600);
    time = (time / Template.BUCKET_MILLIS + 1) * Template.BUCKET_MILLIS;
    for (int i = 0; i < 200; i++) {
      time += SECOND;
      line("ERROR query of request " + i + " timed out");
    }
    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).kind()).isEqualTo(Kind.SUDDENLY_FREQUENT);
    assertThat(findings.get(0).usual()).isBetween(1.0, 15.0);
  }

  @Test
  void hostileLinesStayBounded() {
    for (int i = 0; i < 5000; i++) {
      line(word() + " " + word() + " " + word() + " x".repeat(random.nextInt(2000)));
    }
    line("y".repeat(1_000_000));
    line("");
    line(" \t ");
    assertThat(miner.size()).isLessThanOrEqualTo(TemplateMiner.MOST);
    assertThat(StateForm.bytes(miner).length).isLessThan(1 << 20);
  }

  @Test
  void aReleaseWithManyNewTemplatesTellsOnlyTheFirstOfThem() {
    usual(30 * 3600);
    for (int i = 0; i < 200; i++) {
      line(word() + " " + word() + " started");
    }
    assertThat(findings).hasSize(20);
  }

  @Test
  void goesOnFromItsWrittenState() throws IOException {
    usual(26 * 3600);
    byte[] state = StateForm.bytes(miner);
    TemplateMiner restored = StateForm.restore(new TemplateMiner(), state);
    assertThat(restored.size()).isEqualTo(miner.size());
    assertThat(restored.next(time, "ERROR query of request 7 timed out")).isEmpty();
    assertThat(restored.next(time, "a line not seen before")).isPresent();
    state[0] = 7;
    assertThatThrownBy(() -> StateForm.restore(new TemplateMiner(), state))
        .hasMessageContaining("version 7");
  }

  private void usual(int seconds) {
    for (int i = 0; i < seconds; i += 5) {
      time += 5 * SECOND;
      line("INFO request " + i + " took " + random.nextInt(100) + " ms");
      if (random.nextInt(10) == 0) {
        line("ERROR query of request " + i + " timed out");
      }
    }
  }

  private void line(String text) {
    miner.next(time, text).ifPresent(findings::add);
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      word.append((char) ('a' + random.nextInt(26)));
    }
    return word.toString();
  }
}
