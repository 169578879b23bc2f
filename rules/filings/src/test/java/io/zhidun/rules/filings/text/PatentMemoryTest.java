package io.zhidun.rules.filings.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.rules.filings.Patents;
import io.zhidun.rules.filings.record.Filing;
import io.zhidun.rules.filings.record.Party;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PatentMemoryTest {

  @Test
  void filingsAreFoundAfterTheyWereNumberedAnew() {
    PatentMemory memory = new PatentMemory(200);
    for (int i = 0; i < 450; i++) {
      memory.add(held(Patents.of("f" + i, "甲", i)));
    }

    assertThat(memory.size()).isBetween(100, 200);
    for (int i = 400; i < 450; i++) {
      HeldFiling copy = held(Patents.of("copy" + i, "乙", i));
      assertThat(memory.matches(copy))
          .extracting(match -> match.other().number)
          .containsExactly("f" + i);
      assertThat(memory.byNumber("f" + i)).isNotNull();
    }
  }

  @Test
  void stockPhraseInEveryAbstract_costsABoundedSearch() {
    PatentMemory memory = new PatentMemory();
    String stock = Patents.of("stock", "甲", 1).abstractText();
    for (int i = 0; i < 3_000; i++) {
      Patents own = Patents.of("f" + i, "甲" + i, 10 + i);
      memory.add(held(own.with(stock, own.claims(), own.description())));
    }

    Patents own = Patents.of("last", "乙", 9);
    assertThat(memory.matches(held(own.with(stock, own.claims(), own.description()))))
        .hasSizeLessThanOrEqualTo(PatentMemory.MOST_CANDIDATES);
    assertThat(memory.overflowed()).isPositive();
  }

  private static HeldFiling held(Patents patents) {
    Filing filing = patents.filing();
    Party applicant = Objects.requireNonNull(filing.applicant());
    return new HeldFiling(
        filing, applicant, Imprints.of(Objects.requireNonNull(filing.invention())));
  }
}
