package io.zhidun.collectors.http;

import io.zhidun.collectors.core.Destination;
import io.zhidun.collectors.core.Shipper;
import io.zhidun.collectors.core.Source;
import io.zhidun.collectors.core.StreamOutlet;
import io.zhidun.events.RecordHeaders;
import io.zhidun.events.Topics;
import java.time.ZoneId;
import java.util.Map;

/**
 * Ways of one source's records of one form.
 *
 * @param records for what is taken
 * @param rejected for the beginnings of records that are too long
 */
record Inlet(StreamOutlet records, StreamOutlet rejected) {
  private static final Destination FILINGS = new Destination(Topics.FILINGS_RAW, Map.of());
  private static final Destination REJECTED =
      new Destination(
          Topics.REJECTED,
          Map.of(RecordHeaders.STAGE, "collect", RecordHeaders.REASON, "too_long"));

  /**
   * The sequence of a source has one form in each of its records' headers, so every other form than
   * the usual one is a source of its own, named behind the source's name.
   */
  static Inlet open(Shipper shipper, String source, FilingDataset dataset, ZoneId zone) {
    String id = dataset == FilingDataset.NDJSON ? source : source + "/" + dataset.label();
    return new Inlet(
        shipper.stream(new Source(id, dataset.label(), zone, FILINGS)),
        shipper.stream(new Source(id + "/rejected", dataset.label(), zone, REJECTED)));
  }
}
