package io.zhidun.service.metric;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/** Values as {@link ValueJson} writes each. */
final class ValuesJson extends StdSerializer<double[]> {
  ValuesJson() {
    super(double[].class);
  }

  @Override
  public void serialize(double[] values, JsonGenerator out, SerializationContext context) {
    out.writeStartArray();
    for (double value : values) {
      ValueJson.write(value, out);
    }
    out.writeEndArray();
  }
}
