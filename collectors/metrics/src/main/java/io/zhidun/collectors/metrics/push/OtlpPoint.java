package io.zhidun.collectors.metrics.push;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A data point of OTLP, whatever its form: number, histogram or summary. Their fields have other
 * numbers, which {@link Form} knows.
 */
final class OtlpPoint {
  private static final int MOST_BUCKETS = 1_000;
  private static final int NO_RECORDED_VALUE = 1;
  private static final int TIME = 3;

  /** What a point is, by the numbers of its fields; 0 where it has none such. */
  enum Form {
    NUMBER(7, 8),
    HISTOGRAM(9, 10),
    SUMMARY(7, 8);

    private final int attributes;
    private final int flags;

    Form(int attributes, int flags) {
      this.attributes = attributes;
      this.flags = flags;
    }
  }

  final Map<String, String> attributes = new LinkedHashMap<>();
  long timeMillis;
  double value;
  long count;
  double sum;
  boolean hasSum;
  boolean recorded = true;
  double[] bounds = {};
  long[] counts = {};
  double[] quantiles = {};
  double[] quantileValues = {};

  private OtlpPoint() {}

  static OtlpPoint read(CodedInputStream in, Form form) throws IOException {
    OtlpPoint point = new OtlpPoint();
    int outer = in.pushLimit(in.readRawVarint32());
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      point.field(in, tag, form);
    }
    in.popLimit(outer);
    return point;
  }

  private void field(CodedInputStream in, int tag, Form form) throws IOException {
    if (Wire.isFixed64(tag, TIME)) {
      timeMillis = Long.divideUnsigned(in.readFixed64(), 1_000_000);
    } else if (Wire.isMessage(tag, form.attributes)) {
      OtlpAttributes.read(in, attributes);
    } else if (Wire.isVarint(tag, form.flags)) {
      recorded = (in.readUInt32() & NO_RECORDED_VALUE) == 0;
    } else if (form == Form.NUMBER) {
      number(in, tag);
    } else {
      distribution(in, tag, form);
    }
  }

  private void number(CodedInputStream in, int tag) throws IOException {
    if (Wire.isFixed64(tag, 4)) {
      value = Double.longBitsToDouble(in.readFixed64());
    } else if (Wire.isFixed64(tag, 6)) {
      value = in.readSFixed64();
    } else {
      Wire.skip(in, tag);
    }
  }

  private void distribution(CodedInputStream in, int tag, Form form) throws IOException {
    if (Wire.isFixed64(tag, 4)) {
      count = in.readFixed64();
    } else if (Wire.isFixed64(tag, 5)) {
      sum = Double.longBitsToDouble(in.readFixed64());
      hasSum = true;
    } else if (form == Form.SUMMARY && Wire.isMessage(tag, 6)) {
      quantile(in);
    } else if (form == Form.HISTOGRAM && WireFormat.getTagFieldNumber(tag) == 6) {
      for (long each : fixed(in, tag)) {
        counts = Arrays.copyOf(counts, room(counts.length));
        counts[counts.length - 1] = each;
      }
    } else if (form == Form.HISTOGRAM && WireFormat.getTagFieldNumber(tag) == 7) {
      for (long each : fixed(in, tag)) {
        bounds = Arrays.copyOf(bounds, room(bounds.length));
        bounds[bounds.length - 1] = Double.longBitsToDouble(each);
      }
    } else {
      Wire.skip(in, tag);
    }
  }

  /** Numbers of eight bytes, packed or one by one. */
  private static long[] fixed(CodedInputStream in, int tag) throws IOException {
    if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_FIXED64) {
      return new long[] {in.readFixed64()};
    }
    if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
      throw new IOException("a bucket is no number of eight bytes");
    }
    int length = in.readRawVarint32();
    if (length < 0 || length > Long.BYTES * MOST_BUCKETS || length % Long.BYTES != 0) {
      throw new IOException("a histogram may have " + MOST_BUCKETS + " buckets");
    }
    long[] all = new long[length / Long.BYTES];
    for (int i = 0; i < all.length; i++) {
      all[i] = in.readFixed64();
    }
    return all;
  }

  private static int room(int length) throws IOException {
    if (length == MOST_BUCKETS) {
      throw new IOException("a point may have " + MOST_BUCKETS + " buckets or quantiles");
    }
    return length + 1;
  }

  private void quantile(CodedInputStream in) throws IOException {
    int outer = in.pushLimit(in.readRawVarint32());
    double quantile = 0;
    double at = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (Wire.isFixed64(tag, 1)) {
        quantile = Double.longBitsToDouble(in.readFixed64());
      } else if (Wire.isFixed64(tag, 2)) {
        at = Double.longBitsToDouble(in.readFixed64());
      } else {
        Wire.skip(in, tag);
      }
    }
    in.popLimit(outer);
    int more = room(quantiles.length);
    quantiles = Arrays.copyOf(quantiles, more);
    quantileValues = Arrays.copyOf(quantileValues, more);
    quantiles[more - 1] = quantile;
    quantileValues[more - 1] = at;
  }
}
