package io.zhidun.collectors.metrics.push;

import com.google.protobuf.CodedInputStream;
import io.zhidun.events.metrics.MetricKind;
import java.io.IOException;

/** One OTLP metric: first what it is, then its points. */
final class OtlpMetric {
  private static final int NAME = 1;
  private static final int UNIT = 3;
  private static final int GAUGE = 5;
  private static final int SUM = 7;
  private static final int HISTOGRAM = 9;
  private static final int EXPONENTIAL = 10;
  private static final int SUMMARY = 11;
  private static final int POINTS = 1;
  private static final int TEMPORALITY = 2;
  private static final int MONOTONIC = 3;
  private static final int CUMULATIVE = 2;

  private final byte[] body;
  private final int from;
  private final int size;
  private final OtlpSeries series;
  private String name = "";
  private String unit = "";
  private int temporality;
  private boolean monotonic;

  OtlpMetric(byte[] body, int from, int size, OtlpSeries series) {
    this.body = body;
    this.from = from;
    this.size = size;
    this.series = series;
  }

  void read() throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(body, from, size);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (Wire.isMessage(tag, NAME)) {
        name = in.readStringRequireUtf8();
      } else if (Wire.isMessage(tag, UNIT)) {
        unit = in.readStringRequireUtf8();
      } else if (Wire.isMessage(tag, SUM) || Wire.isMessage(tag, HISTOGRAM)) {
        properties(in);
      } else {
        Wire.skip(in, tag);
      }
    }
    CodedInputStream again = CodedInputStream.newInstance(body, from, size);
    for (int tag = again.readTag(); tag != 0; tag = again.readTag()) {
      if (Wire.isMessage(tag, GAUGE)) {
        points(again, GAUGE);
      } else if (Wire.isMessage(tag, SUM)) {
        points(again, SUM);
      } else if (Wire.isMessage(tag, HISTOGRAM)) {
        points(again, HISTOGRAM);
      } else if (Wire.isMessage(tag, SUMMARY)) {
        points(again, SUMMARY);
      } else if (Wire.isMessage(tag, EXPONENTIAL)) {
        points(again, EXPONENTIAL);
      } else {
        Wire.skip(again, tag);
      }
    }
  }

  /** Temporality and monotony stand behind the points. */
  private void properties(CodedInputStream in) throws IOException {
    int outer = in.pushLimit(in.readRawVarint32());
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (Wire.isVarint(tag, TEMPORALITY)) {
        temporality = in.readEnum();
      } else if (Wire.isVarint(tag, MONOTONIC)) {
        monotonic = in.readBool();
      } else {
        Wire.skip(in, tag);
      }
    }
    in.popLimit(outer);
  }

  private void points(CodedInputStream in, int form) throws IOException {
    int outer = in.pushLimit(in.readRawVarint32());
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (Wire.isMessage(tag, POINTS)) {
        point(in, form);
      } else {
        Wire.skip(in, tag);
      }
    }
    in.popLimit(outer);
  }

  private void point(CodedInputStream in, int form) throws IOException {
    Wire.requireFew(series.countPoint());
    boolean cumulative = temporality == CUMULATIVE;
    if (form == EXPONENTIAL || !cumulative && (form == SUM || form == HISTOGRAM)) {
      in.skipRawBytes(in.readRawVarint32());
      Wire.unsupported(
          1, form == EXPONENTIAL ? "exponential histograms" : "delta values", series.staging());
      return;
    }
    switch (form) {
      case GAUGE ->
          series.number(
              OtlpNames.metric(name, unit, false, true),
              MetricKind.GAUGE,
              OtlpPoint.read(in, OtlpPoint.Form.NUMBER));
      case SUM ->
          series.number(
              OtlpNames.metric(name, unit, monotonic, false),
              monotonic ? MetricKind.COUNTER : MetricKind.GAUGE,
              OtlpPoint.read(in, OtlpPoint.Form.NUMBER));
      case HISTOGRAM ->
          series.histogram(
              OtlpNames.metric(name, unit, false, false),
              OtlpPoint.read(in, OtlpPoint.Form.HISTOGRAM));
      default ->
          series.summary(
              OtlpNames.metric(name, unit, false, false),
              OtlpPoint.read(in, OtlpPoint.Form.SUMMARY));
    }
  }
}
