package io.zhidun.simulator.market.scheme;

/**
 * A scheme or look-alike by name.
 *
 * @param kind empty for a look-alike
 * @param perQuarter instances in ninety days at scale 1
 */
record Script(String name, String kind, int perQuarter, Scheme scheme) {}
