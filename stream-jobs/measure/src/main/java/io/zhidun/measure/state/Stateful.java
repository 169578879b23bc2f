package io.zhidun.measure.state;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Something whose state can be written and read back exactly: what is read goes on as what was
 * written would have. The views of a stream that Flink hands to a serializer are of these types.
 */
public interface Stateful {
  /** Writes the state, without the constants that it was made with. */
  void write(DataOutput out) throws IOException;

  /**
   * Takes over a written state.
   *
   * @throws IOException where it is not one of this kind; the receiver is of no use then
   */
  void read(DataInput in) throws IOException;
}
