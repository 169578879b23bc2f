package io.zhidun.collectors.core.shipper;

import io.zhidun.collectors.core.Outlet;
import io.zhidun.collectors.core.Source;
import io.zhidun.collectors.core.SourceCounters;
import io.zhidun.collectors.core.Stamp;
import java.io.IOException;

/** What the shipper's own thread does with every outlet. */
interface KafkaOutlet extends Outlet {
  /** The lane of the outlet's records. */
  Lane lane();

  /** Whether records of an earlier run may be offered again. */
  boolean mustResume();

  /** Learns what an earlier run of the agent had shipped; until then nothing is sent. */
  void resumed(Stamp lastShipped);

  /** Takes another producer after the old one failed for good. */
  void relink(Link link) throws IOException;

  /** Regular work off the collector's thread. */
  void tend() throws IOException;

  /** What to remember now. */
  SourceState state(boolean clean);

  /** Lets go of files; what was not acknowledged stays where a later run finds it. */
  void close() throws IOException;

  /** Bytes in the spool. */
  long spooledBytes();

  /** Age of the oldest record not acknowledged. */
  double lagSeconds(long nowMicros);

  @Override
  default SourceCounters counters() {
    return lane().counters;
  }

  default Source source() {
    return lane().source;
  }
}
