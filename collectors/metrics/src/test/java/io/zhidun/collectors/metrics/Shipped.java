package io.zhidun.collectors.metrics;

import io.zhidun.collectors.testkit.InMemoryShipper;
import io.zhidun.collectors.testkit.ShippedRecord;
import io.zhidun.events.metrics.MalformedSamplesException;
import io.zhidun.events.metrics.SampleReader;
import io.zhidun.events.metrics.Series;
import io.zhidun.events.metrics.Values;
import java.util.ArrayList;
import java.util.List;

/** Reads what reached a fake shipper. */
public final class Shipped {
  private Shipped() {}

  /** A sample as it was shipped. */
  public record Sample(Series series, long timeMillis, double value) {
    /** {@code name{labels} value}, with {@code stale} for the marker. */
    public String text() {
      return series + " " + (Values.isStale(value) ? "stale" : value);
    }
  }

  /** All samples of a source, in order. */
  public static List<Sample> samples(InMemoryShipper shipper, String source) {
    List<Sample> samples = new ArrayList<>();
    SampleReader reader = new SampleReader();
    try {
      for (ShippedRecord record : shipper.records(source)) {
        reader.begin(record.value());
        while (reader.nextSeries()) {
          while (reader.nextSample()) {
            samples.add(new Sample(reader.series(), reader.timeMillis(), reader.value()));
          }
        }
      }
    } catch (MalformedSamplesException e) {
      throw new AssertionError(e);
    }
    return samples;
  }

  /** Their texts. */
  public static List<String> texts(InMemoryShipper shipper, String source) {
    return samples(shipper, source).stream().map(Sample::text).toList();
  }
}
