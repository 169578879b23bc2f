package io.zhidun.collectors.probe;

import java.io.IOException;
import java.net.InetSocketAddress;

/** One way to look at an address. */
interface Look {
  /**
   * Looks, and notes what it found.
   *
   * @param address where, over the version of IP that is asked for
   * @param line gives up at the deadline
   * @throws IOException if there is no answer, or none of the protocol
   */
  void at(InetSocketAddress address, Check check, Line line, Finding finding) throws IOException;
}
