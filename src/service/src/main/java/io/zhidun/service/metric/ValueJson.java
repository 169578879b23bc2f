package io.zhidun.service.metric;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** A value as JSON, which has no NaN and no infinity: null, "+Inf" and "-Inf". */
final class ValueJson extends StdSerializer<Double> {
  ValueJson() {
    super(Double.class);
  }

  @Override
  public void serialize(Double value, JsonGenerator out, SerializationContext context) {
    write(value, out);
  }

  static void write(double value, JsonGenerator out) {
    if (Double.isNaN(value)) {
      out.writeNull();
    } else if (Double.isInfinite(value)) {
      out.writeString(value > 0 ? "+Inf" : "-Inf");
    } else {
      out.writeNumber(value);
    }
  }
}
