package io.zhidun.simulator.market.base;

import io.zhidun.simulator.market.world.Agency;
import io.zhidun.simulator.market.world.Agent;
import org.jspecify.annotations.Nullable;

/**
 * Who files for the client: an agent of an agency, or nobody.
 *
 * @param contact whether the office writes to the agency
 */
record Desk(@Nullable Agency agency, @Nullable Agent agent, boolean contact) {
  static final Desk OWN = new Desk(null, null, false);
}
