package io.zhidun.rules.filings.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.FilingRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FilingLineWriterTest {

  private static final FilingLines LINES = new FilingLines(new byte[32]);

  @Test
  void givesTheEqualRecordWhenReadAgain() {
    RandomRecords records = new RandomRecords(new Random(4));
    FilingLineWriter writer = FilingLineWriter.whole();
    for (int i = 0; i < 2_000; i++) {
      FilingRecord record = records.next();
      byte[] line = writer.write(record);
      FormRead read = LINES.read(line);
      assertThat(read)
          .as(new String(line, StandardCharsets.UTF_8))
          .isEqualTo(new FormRead(List.of(record), List.of(), List.of()));
      assertThat(writer.write(read.records().get(0))).isEqualTo(line);
    }
  }

  @Test
  void leavesOutLongTextsOnDemand() {
    RandomRecords records = new RandomRecords(new Random(5));
    for (int i = 0; i < 200; i++) {
      Filing filing = records.filing();
      byte[] line = FilingLineWriter.withoutTexts().write(filing);
      Filing read = (Filing) LINES.read(line).records().get(0);
      assertThat(read.title()).isEqualTo(filing.title());
      assertThat(read.applicants()).isEqualTo(filing.applicants());
      if (read.invention() != null) {
        assertThat(read.invention().abstractText()).isEmpty();
        assertThat(read.invention().claims()).isEmpty();
        assertThat(read.invention().description()).isEmpty();
      }
    }
  }
}
