package io.zhidun.collectors.metrics.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextParserTest {
  private final List<String> samples = new ArrayList<>();

  @Test
  void readsPrometheusText() throws TextFault {
    read(
        false,
        """
        # A comment.

        # HELP http_requests_total The total number of HTTP requests.
        # TYPE http_requests_total counter
        http_requests_total{method="post",code="200"} 1027 1395066363000
        http_requests_total { method = "post" , code = "400" , }   3 1395066363000
        msdos_file_access_time_seconds{path="C:\\\\DIR\\\\FILE.TXT",error="Cannot find:\\n\\"FILE\\""} 1.458255915e9
        # TYPE rpc_duration_seconds summary
        rpc_duration_seconds{quantile="0.5"} 4773
        rpc_duration_seconds_sum 1.7560473e+07
        # TYPE h histogram
        h_bucket{le="+Inf"} 2
        # TYPE g gauge
          g NaN
        h_other -Inf -3982045
        文 1
        """
            .replace("文 1\n", "g2{z=\"文\"} 1\n"));

    assertThat(samples)
        .containsExactly(
            "http_requests_total{code=200, method=post} COUNTER 1395066363000 1027.0",
            "http_requests_total{code=400, method=post} COUNTER 1395066363000 3.0",
            "msdos_file_access_time_seconds{error=Cannot find:\n\"FILE\", path=C:\\DIR\\FILE.TXT}"
                + " UNKNOWN - 1.458255915E9",
            "rpc_duration_seconds{quantile=0.5} SUMMARY - 4773.0",
            "rpc_duration_seconds_sum{} SUMMARY - 1.7560473E7",
            "h_bucket{le=+Inf} HISTOGRAM - 2.0",
            "g{} GAUGE - NaN",
            "h_other{} UNKNOWN -3982045 -Infinity",
            "g2{z=文} UNKNOWN - 1.0");
  }

  @Test
  void readsOpenMetrics() throws TextFault {
    read(
        true,
        """
        # TYPE acme_http_router_request_seconds summary
        # UNIT acme_http_router_request_seconds seconds
        # HELP acme_http_router_request_seconds Latency though all of ACME's HTTP request router.
        acme_http_router_request_seconds_sum{path="/api/v1",method="GET"} 9036.32
        # TYPE go_goroutines gauge
        go_goroutines 69 1520430000.123
        # TYPE foo counter
        foo_total 17.0 1520879607.789 # {trace_id="KOO5S4vxi0o"} 0.67 1520879606.1
        foo_created 1520430000.123
        # TYPE build info
        build_info{version="1.2"} 1
        # EOF
        """);

    assertThat(samples)
        .containsExactly(
            "acme_http_router_request_seconds_sum{method=GET, path=/api/v1} SUMMARY - 9036.32",
            "go_goroutines{} GAUGE 1520430000123 69.0",
            "foo_total{} COUNTER 1520879607789 17.0",
            "foo_created{} UNKNOWN - 1.520430000123E9",
            "build_info{version=1.2} INFO - 1.0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1metric 1",
        "metric",
        "metric 1 2 3",
        "metric 0x1p3",
        "metric 1d",
        "metric 1_000",
        "metric 1.5 1.5",
        "metric{a=\"b\" 1",
        "metric{a=b} 1",
        "metric{a=\"b\"c=\"d\"} 1",
        "metric{a=\"b\\t\"} 1",
        "metric{a=\"1\",a=\"2\"} 1",
        "metric{1a=\"b\"} 1",
        "metric{=\"b\"} 1",
        "# TYPE metric counterfeit",
        "# TYPE metric",
        "# TYPE metric counter\n# TYPE metric gauge",
        "metric 1 # {a=\"b\"} 1",
        "metric{a=\"\u0000\ufffd\"} one",
      })
  void refusesWhatIsNoPrometheusText(String text) {
    assertThatThrownBy(() -> read(false, text + "\n"))
        .isInstanceOf(TextFault.class)
        .hasMessageStartingWith("line ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "metric 1\n",
        "\n# EOF\n",
        "# A comment\n# EOF\n",
        "metric  1\n# EOF\n",
        " metric 1\n# EOF\n",
        "metric 1 \n# EOF\n",
        "metric 1 NaN\n# EOF\n",
        "metric 1 # 1\n# EOF\n",
        "# TYPE metric untyped\n# EOF\n",
        "# EOF\nmetric 1\n",
        "# EOF\n# EOF\n",
      })
  void refusesWhatIsNoOpenMetrics(String text) {
    assertThatThrownBy(() -> read(true, text)).isInstanceOf(TextFault.class);
  }

  @Test
  void anOpenMetricsEndNeedsNoLineEnd() throws TextFault {
    read(true, "a 1\n# EOF");
    assertThat(samples).containsExactly("a{} UNKNOWN - 1.0");
  }

  @Test
  void refusesBytesThatAreNoUtf8AndTextThatBreaksOff() {
    byte[] bad = "m{a=\"x\"} 1\n".getBytes(UTF_8);
    bad[5] = (byte) 0xc3;
    assertThatThrownBy(() -> feed(false, bad)).hasMessage("line 1: the text is no UTF-8");
    assertThatThrownBy(() -> read(false, "m 1\nm 2"))
        .hasMessage("line 2: the last line has no end");
  }

  @Test
  void aLabelOfAMegabyteIsReadAndALineAboveTwoEndsTheScrape() throws TextFault {
    read(false, "m{a=\"" + "x".repeat(1 << 20) + "\"} 1\n");
    assertThat(samples).hasSize(1);
    String longer = "m{a=\"" + "x".repeat(1 << 21) + "\"} 1\n";
    assertThatThrownBy(() -> read(false, longer)).hasMessageContaining("a line may have");
  }

  @Test
  void anyBytesAreReadOrRefusedAndNothingElse() {
    Random random = new Random(20261127);
    byte[] sound =
        "# TYPE a counter\na_total{b=\"c\\n\",d=\"文\"} 1e3 123 # {t=\"1\"} 1\n# EOF\n"
            .getBytes(UTF_8);
    for (int round = 0; round < 30_000; round++) {
      byte[] broken = Arrays.copyOf(sound, random.nextInt(sound.length) + 1);
      for (int i = random.nextInt(3); i >= 0; i--) {
        broken[random.nextInt(broken.length)] = (byte) random.nextInt();
      }
      try {
        feed(random.nextBoolean(), broken);
      } catch (TextFault e) {
        assertThat(e).hasMessageStartingWith("line ");
      }
    }
  }

  private void read(boolean openMetrics, String text) throws TextFault {
    feed(openMetrics, text.getBytes(UTF_8));
  }

  private void feed(boolean openMetrics, byte[] bytes) throws TextFault {
    LineFeeder feeder =
        new LineFeeder(
            new TextParser(
                openMetrics,
                (name, labels, kind, time, value) ->
                    samples.add(
                        name
                            + new TreeMap<>(labels)
                            + " "
                            + kind
                            + " "
                            + (time == SampleSink.NO_TIME ? "-" : time)
                            + " "
                            + value)));
    for (int at = 0; at < bytes.length; at += 7) {
      feeder.feed(ByteBuffer.wrap(bytes, at, Math.min(7, bytes.length - at)));
    }
    feeder.end();
  }
}
