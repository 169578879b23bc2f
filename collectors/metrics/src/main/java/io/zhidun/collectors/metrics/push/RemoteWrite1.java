package io.zhidun.collectors.metrics.push;

import com.google.protobuf.CodedInputStream;
import io.zhidun.collectors.metrics.Dropped;
import io.zhidun.collectors.metrics.Staging;
import io.zhidun.events.metrics.MetricKind;
import io.zhidun.events.metrics.Series;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Prometheus remote write 1.0: message {@code prometheus.WriteRequest}. Read from the bytes series
 * by series, so that a body takes no more memory than itself. Metadata and exemplars are passed by;
 * native histograms are counted as unsupported.
 */
final class RemoteWrite1 implements Protocol {
  private static final int TIMESERIES = 1;
  private static final int LABELS = 1;
  private static final int SAMPLES = 2;
  private static final int HISTOGRAMS = 4;

  @Override
  public void read(byte[] body, int length, Staging to) throws RefusedException {
    CodedInputStream in = CodedInputStream.newInstance(body, 0, length);
    SampleRun run = new SampleRun();
    int count = 0;
    try {
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        if (Wire.isMessage(tag, TIMESERIES)) {
          Wire.requireFew(++count);
          int outer = in.pushLimit(in.readRawVarint32());
          series(in, run, to);
          in.popLimit(outer);
        } else {
          Wire.skip(in, tag);
        }
      }
    } catch (IOException e) {
      throw new RefusedException(
          Outcome.BAD_REQUEST, "the body is no WriteRequest: " + e.getMessage());
    }
  }

  private static void series(CodedInputStream in, SampleRun run, Staging to) throws IOException {
    Map<String, String> labels = new LinkedHashMap<>();
    String twice = null;
    int histograms = 0;
    run.clear();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (Wire.isMessage(tag, LABELS)) {
        String doubled = label(in, labels);
        twice = twice == null ? doubled : twice;
      } else if (Wire.isMessage(tag, SAMPLES)) {
        run.read(in);
      } else {
        histograms += Wire.isMessage(tag, HISTOGRAMS) ? 1 : 0;
        Wire.skip(in, tag);
      }
    }
    String name = labels.remove(Series.NAME_LABEL);
    if (twice != null) {
      to.refuse(Dropped.INVALID_SERIES, "the label " + twice + " stands twice");
    } else {
      Series unused = to.series(name == null ? "" : name, labels, MetricKind.UNKNOWN);
    }
    run.give(to);
    Wire.unsupported(histograms, "native histograms", to);
  }

  /** Reads a label; gives its name if it was there. */
  private static @Nullable String label(CodedInputStream in, Map<String, String> to)
      throws IOException {
    int outer = in.pushLimit(in.readRawVarint32());
    String name = "";
    String value = "";
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (Wire.isMessage(tag, 1)) {
        name = in.readStringRequireUtf8();
      } else if (Wire.isMessage(tag, 2)) {
        value = in.readStringRequireUtf8();
      } else {
        Wire.skip(in, tag);
      }
    }
    in.popLimit(outer);
    return to.putIfAbsent(name, value) == null ? null : name;
  }
}
