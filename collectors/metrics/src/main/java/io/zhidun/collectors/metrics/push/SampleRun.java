package io.zhidun.collectors.metrics.push;

import com.google.protobuf.CodedInputStream;
import io.zhidun.collectors.metrics.Staging;
import java.io.IOException;
import java.util.Arrays;

/** Samples of one series of remote write, until its labels are known. */
final class SampleRun {
  private long[] times = new long[16];
  private double[] values = new double[16];
  private int count;

  void clear() {
    count = 0;
  }

  /** Reads message {@code Sample}: value 1, timestamp 2 in milliseconds. */
  void read(CodedInputStream in) throws IOException {
    int outer = in.pushLimit(in.readRawVarint32());
    double value = 0;
    long time = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (Wire.isFixed64(tag, 1)) {
        value = Double.longBitsToDouble(in.readFixed64());
      } else if (Wire.isVarint(tag, 2)) {
        time = in.readInt64();
      } else {
        Wire.skip(in, tag);
      }
    }
    in.popLimit(outer);
    if (count == times.length) {
      times = Arrays.copyOf(times, 2 * count);
      values = Arrays.copyOf(values, 2 * count);
    }
    times[count] = time;
    values[count++] = value;
  }

  void give(Staging to) {
    for (int i = 0; i < count; i++) {
      to.sample(times[i], values[i]);
    }
  }
}
