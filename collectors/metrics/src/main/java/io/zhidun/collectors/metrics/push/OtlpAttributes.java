package io.zhidun.collectors.metrics.push;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.util.Map;

/** Reads OTLP attributes, messages {@code KeyValue} and {@code AnyValue}. */
final class OtlpAttributes {
  private OtlpAttributes() {}

  /**
   * Reads one attribute into the map under its own key. Lists, mappings and bytes say only that
   * they are there: they are no label's value.
   */
  static void read(CodedInputStream in, Map<String, String> to) throws IOException {
    int outer = in.pushLimit(in.readRawVarint32());
    String key = "";
    String value = "";
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (Wire.isMessage(tag, 1)) {
        key = in.readStringRequireUtf8();
      } else if (Wire.isMessage(tag, 2)) {
        value = value(in);
      } else {
        Wire.skip(in, tag);
      }
    }
    in.popLimit(outer);
    to.put(key, value);
  }

  private static String value(CodedInputStream in) throws IOException {
    int outer = in.pushLimit(in.readRawVarint32());
    String value = "";
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (Wire.isMessage(tag, 1)) {
        value = in.readStringRequireUtf8();
      } else if (Wire.isVarint(tag, 2)) {
        value = Boolean.toString(in.readBool());
      } else if (Wire.isVarint(tag, 3)) {
        value = Long.toString(in.readInt64());
      } else if (Wire.isFixed64(tag, 4)) {
        value = Double.toString(Double.longBitsToDouble(in.readFixed64()));
      } else {
        value = Wire.isMessage(tag, 5) || Wire.isMessage(tag, 6) ? "[…]" : value;
        Wire.skip(in, tag);
      }
    }
    in.popLimit(outer);
    return value;
  }
}
