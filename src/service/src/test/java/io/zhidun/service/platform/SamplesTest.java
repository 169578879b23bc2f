package io.zhidun.service.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SamplesTest {
  private static final String PAGE =
      """
      # HELP zhidun_collector_records_total Records
      # TYPE zhidun_collector_records_total counter
      zhidun_collector_records_total{outcome="in",source="auth"} 12.0
      zhidun_collector_records_total{source="web{\\"",outcome="in"} 3e1 1700000000
      zhidun_collector_records_total{source="web",outcome="rejected"} 1
      zhidun_stream_gaps_total 4.0
      broken line without end {
      not_a_number{} abc
      zhidun_lag NaN
      """;

  private final Samples samples = Samples.parse(PAGE);

  @Test
  void sumsWhatHasTheOutcome() {
    assertThat(samples.outcome("zhidun_collector_records_total", "in")).isEqualTo(42);
    assertThat(samples.outcome("zhidun_collector_records_total", "rejected")).isEqualTo(1);
    assertThat(samples.outcome("zhidun_collector_records_total", "out")).isZero();
    assertThat(samples.sum("zhidun_stream_gaps_total")).isEqualTo(4);
  }

  @Test
  void knowsNothingOfAbsentMetrics() {
    assertThat(samples.sum("zhidun_stream_records_total")).isNull();
    assertThat(samples.sum("zhidun_lag")).isNull();
  }
}
