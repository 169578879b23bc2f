package io.zhidun.simulator.market.scheme;

import io.zhidun.simulator.market.base.Memory;
import io.zhidun.simulator.market.stream.Agenda;
import io.zhidun.simulator.market.world.MarkWords;
import io.zhidun.simulator.market.world.World;
import java.time.LocalDate;

/**
 * Where schemes play.
 *
 * @param begin milliseconds of the epoch before which nothing happens
 * @param memory of honest filings, for those who copy
 * @param end the first day that is over
 */
public record Setting(
    World world,
    MarkWords words,
    Memory memory,
    Agenda agenda,
    long begin,
    LocalDate from,
    LocalDate end) {}
