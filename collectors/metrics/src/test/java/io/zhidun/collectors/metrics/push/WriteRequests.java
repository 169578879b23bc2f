package io.zhidun.collectors.metrics.push;

import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.xerial.snappy.Snappy;

/** Bodies of remote write as senders make them. */
final class WriteRequests {
  private WriteRequests() {}

  /** A series with one sample: texts are the label's names and values. */
  record OneSample(List<String> labels, long timeMillis, double value) {
    static OneSample of(long timeMillis, double value, String... labels) {
      return new OneSample(List.of(labels), timeMillis, value);
    }
  }

  static byte[] version1(List<OneSample> samples) {
    return snappy(
        message(
            out -> {
              for (OneSample each : samples) {
                out.writeByteArray(1, series1(each));
              }
              out.writeByteArray(3, message(metadata -> metadata.writeString(2, "up")));
            }));
  }

  private static byte[] series1(OneSample one) {
    return message(
        out -> {
          for (int i = 0; i < one.labels().size(); i += 2) {
            int at = i;
            out.writeByteArray(
                1,
                message(
                    label -> {
                      label.writeString(1, one.labels().get(at));
                      label.writeString(2, one.labels().get(at + 1));
                    }));
          }
          out.writeByteArray(2, sample(one));
        });
  }

  private static byte[] sample(OneSample one) {
    return message(
        out -> {
          out.writeDouble(1, one.value());
          out.writeInt64(2, one.timeMillis());
        });
  }

  static byte[] version2(List<OneSample> samples, int kind) {
    List<String> symbols = new ArrayList<>(List.of(""));
    samples.forEach(each -> symbols.addAll(each.labels()));
    return snappy(
        message(
            out -> {
              for (String symbol : symbols) {
                out.writeString(4, symbol);
              }
              for (OneSample each : samples) {
                out.writeByteArray(
                    5,
                    message(
                        series -> {
                          series.writeByteArray(1, references(symbols, each));
                          series.writeByteArray(2, sample(each));
                          series.writeByteArray(5, message(meta -> meta.writeEnum(1, kind)));
                        }));
              }
            }));
  }

  private static byte[] references(List<String> symbols, OneSample one) {
    return message(
        out -> {
          for (String each : one.labels()) {
            out.writeUInt32NoTag(symbols.indexOf(each));
          }
        });
  }

  static byte[] snappy(byte[] plain) {
    try {
      return Snappy.compress(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] message(Writing writing) {
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

  interface Writing {
    void write(CodedOutputStream out) throws IOException;
  }
}
