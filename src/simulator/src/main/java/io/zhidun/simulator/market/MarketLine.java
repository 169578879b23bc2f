package io.zhidun.simulator.market;

import java.time.Instant;

/**
 * One line of the stream.
 *
 * @param id unique among the lines of its time
 * @param json one object in UTF-8, without line end
 */
public record MarketLine(Instant time, String id, byte[] json) {}
