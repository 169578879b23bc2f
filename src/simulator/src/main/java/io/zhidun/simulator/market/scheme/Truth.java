package io.zhidun.simulator.market.scheme;

/** What is true of a part of the stream. */
public sealed interface Truth permits SchemeTruth, NegativeTruth {
  /** One JSON object without line end. */
  String json();
}
