package io.zhidun.collectors.metrics.push;

import com.google.protobuf.CodedOutputStream;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.zhidun.collectors.metrics.Dropped;
import io.zhidun.collectors.metrics.Staging;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a request's path and headers make of it: its protocol, and the form of its answer. */
enum Endpoint {
  REMOTE_WRITE_1(new RemoteWrite1()),
  REMOTE_WRITE_2(new RemoteWrite2()),
  OTLP(new OtlpMetrics());

  private static final String PROTOBUF = "application/x-protobuf";
  private static final String VERSION_2 = "io.prometheus.write.v2.Request";
  private static final int OK = 200;

  private final Protocol protocol;

  Endpoint(Protocol protocol) {
    this.protocol = protocol;
  }

  /** The endpoint of a request. */
  static Endpoint of(HttpRequest request) throws RefusedException {
    String path = request.uri();
    boolean write = path.equals("/api/v1/write");
    if (!write && !path.equals("/v1/metrics")) {
      throw new RefusedException(
          Outcome.NOT_FOUND, "samples are taken at /api/v1/write and /v1/metrics");
    }
    if (!request.method().name().equals("POST")) {
      throw new RefusedException(Outcome.WRONG_METHOD, "samples are posted");
    }
    String type = request.headers().get(HttpHeaderNames.CONTENT_TYPE, "").toLowerCase(Locale.ROOT);
    if (!type.equals(PROTOBUF) && !type.startsWith(PROTOBUF + ";")) {
      throw new RefusedException(Outcome.UNSUPPORTED, "the Content-Type must be " + PROTOBUF);
    }
    if (!write) {
      return OTLP;
    }
    return type.contains("proto=" + VERSION_2.toLowerCase(Locale.ROOT))
        ? REMOTE_WRITE_2
        : REMOTE_WRITE_1;
  }

  /** Decompresses a body and stages what it holds. */
  void read(byte[] body, int length, String encoding, int most, Staging to)
      throws RefusedException {
    boolean otlp = this == OTLP;
    if (encoding.equals("snappy") && !otlp) {
      byte[] plain = Encoding.snappy(body, length, most);
      protocol.read(plain, plain.length, to);
    } else if (encoding.equals("gzip") && otlp) {
      byte[] plain = Encoding.gzip(body, length, most);
      protocol.read(plain, plain.length, to);
    } else if (otlp && (encoding.isEmpty() || encoding.equals("identity"))) {
      protocol.read(body, length, to);
    } else {
      throw new RefusedException(
          Outcome.UNSUPPORTED,
          "the Content-Encoding must be " + (otlp ? "gzip or none" : "snappy"));
    }
  }

  /** What is told the sender when everything that could be taken is safe. */
  Outcome outcome(Staging staging) {
    if (staging.dropped() == 0 || this == OTLP) {
      return Outcome.ACCEPTED; // OTLP tells in the answer what it did not take
    }
    long capped = staging.dropped(Dropped.SERIES_CAP);
    return capped == staging.dropped() ? Outcome.SERIES_CAP : Outcome.INVALID_SAMPLES;
  }

  Answer accepted(Staging staging) {
    if (this != OTLP) {
      String fault = staging.fault();
      Outcome outcome = outcome(staging);
      Answer answer =
          outcome == Outcome.ACCEPTED
              ? new Answer(outcome.status(), "", new byte[0], Map.of())
              : refused(outcome, "%d samples not taken: %s".formatted(staging.dropped(), fault));
      return this == REMOTE_WRITE_2 ? answer.with(written(staging.samples())) : answer;
    }
    byte[] partial = staging.dropped() == 0 ? new byte[0] : partial(staging);
    return new Answer(OK, PROTOBUF, partial, Map.of());
  }

  private static Map<String, String> written(long samples) {
    return Map.of(
        "X-Prometheus-Remote-Write-Samples-Written", Long.toString(samples),
        "X-Prometheus-Remote-Write-Histograms-Written", "0",
        "X-Prometheus-Remote-Write-Exemplars-Written", "0");
  }

  /** ExportMetricsServiceResponse with its partial_success. */
  private static byte[] partial(Staging staging) {
    byte[] inner =
        message(
            out -> {
              out.writeInt64(1, staging.dropped());
              out.writeString(2, String.valueOf(staging.fault()));
            });
    return message(out -> out.writeByteArray(1, inner));
  }

  /** An answer that says what was wrong: for OTLP google.rpc.Status, else a line of text. */
  Answer refused(Outcome outcome, String detail) {
    if (this == OTLP) {
      return new Answer(
          outcome.status(), PROTOBUF, message(out -> out.writeString(2, detail)), Map.of());
    }
    return text(outcome, detail);
  }

  static Answer text(Outcome outcome, String detail) {
    byte[] line = (detail + "\n").getBytes(StandardCharsets.UTF_8);
    return new Answer(outcome.status(), "text/plain; charset=utf-8", line, Map.of());
  }

  private static byte[] message(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    CodedOutputStream out = CodedOutputStream.newInstance(bytes);
    try {
      writing.write(out);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private interface Writing {
    void write(CodedOutputStream out) throws IOException;
  }

  /**
   * An answer.
   *
   * @param status of HTTP
   * @param type Content-Type, or empty without a body
   * @param body its bytes
   * @param headers more headers
   */
  record Answer(int status, String type, byte[] body, Map<String, String> headers) {
    Answer with(Map<String, String> more) {
      return new Answer(status, type, body, more);
    }
  }

  static Answer answer(@Nullable Endpoint endpoint, Outcome outcome, String detail) {
    return endpoint == null ? text(outcome, detail) : endpoint.refused(outcome, detail);
  }
}
