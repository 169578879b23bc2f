package io.zhidun.measure;

import io.zhidun.measure.state.StateForm;
import io.zhidun.measure.state.Stateful;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Keeps the last points of a series with the band that was expected, to be drawn in a finding. */
public final class PictureRing implements Stateful {
  private final long[] millis;
  private final double[] values;
  private final double[] low;
  private final double[] high;
  private int next;
  private int kept;

  public PictureRing(int points) {
    millis = new long[points];
    values = new double[points];
    low = new double[points];
    high = new double[points];
  }

  public void add(long time, double value, double lowest, double highest) {
    millis[next] = time;
    values[next] = value;
    low[next] = lowest;
    high[next] = highest;
    next = next + 1 == millis.length ? 0 : next + 1;
    kept = Math.min(kept + 1, millis.length);
  }

  public Picture picture() {
    Picture picture =
        new Picture(new long[kept], new double[kept], new double[kept], new double[kept]);
    for (int i = 0; i < kept; i++) {
      int from = Math.floorMod(next - kept + i, millis.length);
      picture.millis()[i] = millis[from];
      picture.values()[i] = values[from];
      picture.low()[i] = low[from];
      picture.high()[i] = high[from];
    }
    return picture;
  }

  @Override
  public void write(DataOutput out) throws IOException {
    StateForm.write(out, millis);
    StateForm.write(out, values);
    StateForm.write(out, low);
    StateForm.write(out, high);
    out.writeInt(next);
    out.writeInt(kept);
  }

  @Override
  public void read(DataInput in) throws IOException {
    StateForm.read(in, millis);
    StateForm.read(in, values);
    StateForm.read(in, low);
    StateForm.read(in, high);
    next = StateForm.readCount(in, millis.length - 1);
    kept = StateForm.readCount(in, millis.length);
  }
}
