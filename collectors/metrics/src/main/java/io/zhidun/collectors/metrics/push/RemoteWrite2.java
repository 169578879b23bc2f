package io.zhidun.collectors.metrics.push;

import com.google.protobuf.CodedInputStream;
import io.zhidun.collectors.metrics.Dropped;
import io.zhidun.collectors.metrics.Staging;
import io.zhidun.events.metrics.MetricKind;
import io.zhidun.events.metrics.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Prometheus remote write 2.0: message {@code io.prometheus.write.v2.Request}, whose texts stand in
 * one table. The table comes before the series, as the specification's senders write it.
 */
final class RemoteWrite2 implements Protocol {
  private static final int SYMBOLS = 4;
  private static final int TIMESERIES = 5;
  private static final int LABEL_REFERENCES = 1;
  private static final int SAMPLES = 2;
  private static final int HISTOGRAMS = 3;
  private static final int METADATA = 5;
  private static final int MOST_SYMBOLS = 1 << 18;
  private static final MetricKind[] KINDS = {
    MetricKind.UNKNOWN,
    MetricKind.COUNTER,
    MetricKind.GAUGE,
    MetricKind.HISTOGRAM,
    MetricKind.GAUGE, // a histogram whose parts may fall
    MetricKind.SUMMARY,
    MetricKind.INFO,
    MetricKind.INFO
  };

  @Override
  public void read(byte[] body, int length, Staging to) throws RefusedException {
    CodedInputStream in = CodedInputStream.newInstance(body, 0, length);
    List<String> symbols = new ArrayList<>();
    SampleRun run = new SampleRun();
    int count = 0;
    try {
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        if (Wire.isMessage(tag, SYMBOLS)) {
          symbols.add(in.readStringRequireUtf8());
          if (symbols.size() > MOST_SYMBOLS) {
            throw new IOException("more than " + MOST_SYMBOLS + " symbols");
          }
        } else if (Wire.isMessage(tag, TIMESERIES)) {
          Wire.requireFew(++count);
          int outer = in.pushLimit(in.readRawVarint32());
          series(in, symbols, run, to);
          in.popLimit(outer);
        } else {
          Wire.skip(in, tag);
        }
      }
    } catch (IOException e) {
      throw new RefusedException(Outcome.BAD_REQUEST, "the body is no Request: " + e.getMessage());
    }
  }

  private static void series(CodedInputStream in, List<String> symbols, SampleRun run, Staging to)
      throws IOException {
    Map<String, String> labels = new LinkedHashMap<>();
    MetricKind kind = MetricKind.UNKNOWN;
    boolean distinct = true;
    int histograms = 0;
    run.clear();
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (Wire.isMessage(tag, LABEL_REFERENCES)) {
        int outer = in.pushLimit(in.readRawVarint32());
        while (!in.isAtEnd()) {
          String name = symbol(symbols, in.readUInt32());
          String value = symbol(symbols, in.readUInt32());
          distinct &= labels.putIfAbsent(name, value) == null;
        }
        in.popLimit(outer);
      } else if (Wire.isMessage(tag, SAMPLES)) {
        run.read(in);
      } else if (Wire.isMessage(tag, METADATA)) {
        kind = kind(in);
      } else {
        histograms += Wire.isMessage(tag, HISTOGRAMS) ? 1 : 0;
        Wire.skip(in, tag);
      }
    }
    String name = labels.remove(Series.NAME_LABEL);
    if (distinct) {
      Series unused = to.series(name == null ? "" : name, labels, kind);
    } else {
      to.refuse(Dropped.INVALID_SERIES, "a label stands twice");
    }
    run.give(to);
    Wire.unsupported(histograms, "native histograms", to);
  }

  private static MetricKind kind(CodedInputStream in) throws IOException {
    int outer = in.pushLimit(in.readRawVarint32());
    int kind = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (Wire.isVarint(tag, 1)) {
        kind = in.readEnum();
      } else {
        Wire.skip(in, tag);
      }
    }
    in.popLimit(outer);
    return kind < 0 || kind >= KINDS.length ? MetricKind.UNKNOWN : KINDS[kind];
  }

  private static String symbol(List<String> symbols, int reference) throws IOException {
    if (reference < 0 || reference >= symbols.size()) {
      throw new IOException("no symbol has the number " + Integer.toUnsignedString(reference));
    }
    return symbols.get(reference);
  }
}
