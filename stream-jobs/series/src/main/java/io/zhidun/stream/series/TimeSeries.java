package io.zhidun.stream.series;

import com.google.protobuf.CodedOutputStream;
import io.zhidun.events.metrics.Label;
import io.zhidun.events.metrics.Series;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.xerial.snappy.Snappy;

/** Messages of Prometheus remote write 1.0: {@code TimeSeries} and {@code WriteRequest}. */
final class TimeSeries {
  private TimeSeries() {}

  /** The labels of a series as they stand in its message, sorted, its name among them. */
  static byte[] labels(Series series) {
    List<Label> all = new ArrayList<>(series.labels());
    all.add(new Label(Series.NAME_LABEL, series.name()));
    all.sort(null);
    return bytes(
        out -> {
          for (Label label : all) {
            out.writeByteArray(
                1,
                bytes(
                    inner -> {
                      inner.writeString(1, label.name());
                      inner.writeString(2, label.value());
                    }));
          }
        });
  }

  /** A series with one sample. */
  static byte[] of(byte[] labels, long timeMillis, double value) {
    byte[] sample =
        bytes(
            out -> {
              // Written even where it is 0: the bits of -0.0 and of the stale marker matter.
              out.writeFixed64(1, Double.doubleToRawLongBits(value));
              out.writeInt64(2, timeMillis);
            });
    return bytes(
        out -> {
          out.writeRawBytes(labels);
          out.writeByteArray(2, sample);
        });
  }

  /** A compressed request of some of the series. */
  static byte[] request(List<byte[]> series) {
    byte[] plain =
        bytes(
            out -> {
              for (byte[] each : series) {
                out.writeByteArray(1, each);
              }
            });
    try {
      return Snappy.compress(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(Writing writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    CodedOutputStream out = CodedOutputStream.newInstance(bytes, 512);
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
}
