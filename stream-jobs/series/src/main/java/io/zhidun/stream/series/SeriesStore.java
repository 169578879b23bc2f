package io.zhidun.stream.series;

import java.util.List;

/** Where samples are kept. */
interface SeriesStore {
  /** What the store says of a request. */
  enum Answer {
    TAKEN,
    /** At least one sample in it can never be taken; none was. */
    REFUSED,
    /** It is away or cannot take it now. */
    AWAY
  }

  /** Writes messages {@code TimeSeries}, all of them or none. */
  Answer write(List<byte[]> series) throws InterruptedException;
}
