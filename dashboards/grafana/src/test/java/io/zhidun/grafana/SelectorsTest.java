package io.zhidun.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SelectorsTest {
  @Test
  void findsEveryMetricWithItsLabelsAndNothingElse() {
    assertThat(
            Selectors.of(
                "sum by (le, job) (rate(a_bucket{x=~\"b(c|d)}\"}[5m])) > 1.5e+06"
                    + " and on(job) min_over_time(e:f[1h]) or label_replace(g, \"h\", \"$1\", \"i\", \"(.*)\")"))
        .containsExactly("a_bucket{x=~\"b(c|d)}\"}", "e:f", "g");
  }
}
