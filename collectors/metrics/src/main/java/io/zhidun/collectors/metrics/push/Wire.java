package io.zhidun.collectors.metrics.push;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import io.zhidun.collectors.metrics.Dropped;
import io.zhidun.collectors.metrics.Staging;
import java.io.IOException;

/** What the readers of protobuf share. */
final class Wire {
  /** Series of a request: what is wrong with each takes longer to tell than to send. */
  private static final int MOST_SERIES = 100_000;

  private Wire() {}

  /** Refuses requests of countless tiny series. */
  static void requireFew(int series) throws IOException {
    if (series > MOST_SERIES) {
      throw new InvalidProtocolBufferException("a request may have " + MOST_SERIES + " series");
    }
  }

  /** Whether a tag begins a text, bytes or message of this number. */
  static boolean isMessage(int tag, int field) {
    return is(tag, field, WireFormat.WIRETYPE_LENGTH_DELIMITED);
  }

  static boolean isFixed64(int tag, int field) {
    return is(tag, field, WireFormat.WIRETYPE_FIXED64);
  }

  static boolean isVarint(int tag, int field) {
    return is(tag, field, WireFormat.WIRETYPE_VARINT);
  }

  private static boolean is(int tag, int field, int type) {
    return tag == (field << 3 | type);
  }

  /** Passes a field; groups are of no message here, and could nest without end. */
  static void skip(CodedInputStream in, int tag) throws IOException {
    int type = WireFormat.getTagWireType(tag);
    if (type == WireFormat.WIRETYPE_START_GROUP || !in.skipField(tag)) {
      throw new InvalidProtocolBufferException("a group or the end of one");
    }
  }

  /** Counts samples of a kind that is not carried. */
  static void unsupported(int count, String what, Staging to) {
    if (count > 0) {
      to.refuse(Dropped.UNSUPPORTED, what + " are not taken");
      for (int i = 0; i < count; i++) {
        to.drop(Dropped.UNSUPPORTED);
      }
    }
  }
}
