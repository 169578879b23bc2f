package io.zhidun.collectors.metrics.push;

import io.zhidun.collectors.metrics.Staging;

/** A form in which samples are pushed. */
interface Protocol {
  /**
   * Reads a decompressed body.
   *
   * @throws RefusedException if it is not of the form; nothing of it is taken then
   */
  void read(byte[] body, int length, Staging to) throws RefusedException;
}
