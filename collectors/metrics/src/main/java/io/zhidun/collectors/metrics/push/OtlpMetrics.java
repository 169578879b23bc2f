package io.zhidun.collectors.metrics.push;

import com.google.protobuf.CodedInputStream;
import io.zhidun.collectors.metrics.Staging;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * OTLP metrics in protobuf: message {@code ExportMetricsServiceRequest} of opentelemetry-proto 1.x.
 * Read from the bytes; a metric is read twice, since its name and unit may stand behind its points.
 * Source of the translation: "Prometheus and OpenMetrics Compatibility" of the OpenTelemetry
 * specification. Not taken, and counted: delta temporality and exponential histograms.
 */
final class OtlpMetrics implements Protocol {
  private static final int RESOURCE_METRICS = 1;
  private static final int RESOURCE = 1;
  private static final int SCOPE_METRICS = 2;
  private static final int METRICS = 2;
  private static final int ATTRIBUTES = 1;

  @Override
  public void read(byte[] body, int length, Staging to) throws RefusedException {
    CodedInputStream in = CodedInputStream.newInstance(body, 0, length);
    try {
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        if (Wire.isMessage(tag, RESOURCE_METRICS)) {
          int size = size(in);
          int from = in.getTotalBytesRead();
          resource(body, from, size, to);
          in.skipRawBytes(size);
        } else {
          Wire.skip(in, tag);
        }
      }
    } catch (IOException e) {
      throw new RefusedException(
          Outcome.BAD_REQUEST, "the body is no ExportMetricsServiceRequest: " + e.getMessage());
    }
  }

  private static int size(CodedInputStream in) throws IOException {
    int size = in.readRawVarint32();
    int unusedOuter = in.pushLimit(size); // throws where the message would pass the end
    in.popLimit(unusedOuter);
    return size;
  }

  private static void resource(byte[] body, int from, int size, Staging to) throws IOException {
    Map<String, String> attributes = new LinkedHashMap<>();
    CodedInputStream first = CodedInputStream.newInstance(body, from, size);
    for (int tag = first.readTag(); tag != 0; tag = first.readTag()) {
      if (Wire.isMessage(tag, RESOURCE)) {
        int outer = first.pushLimit(first.readRawVarint32());
        attributes(first, attributes);
        first.popLimit(outer);
      } else {
        Wire.skip(first, tag);
      }
    }
    OtlpSeries series = new OtlpSeries(attributes, to);
    CodedInputStream second = CodedInputStream.newInstance(body, from, size);
    for (int tag = second.readTag(); tag != 0; tag = second.readTag()) {
      if (Wire.isMessage(tag, SCOPE_METRICS)) {
        int length = size(second);
        scope(body, from + second.getTotalBytesRead(), length, series);
        second.skipRawBytes(length);
      } else {
        Wire.skip(second, tag);
      }
    }
    series.targetInfo();
  }

  private static void attributes(CodedInputStream in, Map<String, String> to) throws IOException {
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (Wire.isMessage(tag, ATTRIBUTES)) {
        OtlpAttributes.read(in, to);
      } else {
        Wire.skip(in, tag);
      }
    }
  }

  private static void scope(byte[] body, int from, int size, OtlpSeries series) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(body, from, size);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (Wire.isMessage(tag, METRICS)) {
        int length = size(in);
        int at = from + in.getTotalBytesRead();
        new OtlpMetric(body, at, length, series).read();
        in.skipRawBytes(length);
      } else {
        Wire.skip(in, tag);
      }
    }
  }
}
