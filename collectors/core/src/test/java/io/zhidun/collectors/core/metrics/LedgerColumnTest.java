package io.zhidun.collectors.core.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.zhidun.collectors.core.RejectReason;
import io.zhidun.collectors.core.SourceCounters;
import io.zhidun.collectors.core.Stamp;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LedgerColumnTest {
  private static final Instant MINUTE = Instant.parse("2026-11-22T08:00:00Z");

  private final SourceCounters counters = new SourceCounters();
  private final LedgerColumn column = new LedgerColumn("agent-1", "web");

  @Test
  void writesDifferences() {
    ship(3);
    counters.rejected(RejectReason.EMPTY);
    assertThat(column.next(counters, new Stamp(5, 2), MINUTE))
        .isEqualTo(new LedgerEntry("collect", "agent-1", "web", MINUTE, 4, 3, 1, 5, 0, 2));
    ship(2);
    assertThat(column.next(counters, new Stamp(5, 4), MINUTE))
        .isEqualTo(new LedgerEntry("collect", "agent-1", "web", MINUTE, 2, 2, 0, 5, 3, 4));
  }

  @Test
  void writesNothingWhenNothingHappened() {
    assertThat(column.next(counters, Stamp.beforeFirst(5), MINUTE)).isNull();
  }

  private void ship(int count) {
    for (int i = 0; i < count; i++) {
      counters.received(1);
      counters.shipped();
    }
  }
}
