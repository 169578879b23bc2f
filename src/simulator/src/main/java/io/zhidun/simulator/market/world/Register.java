package io.zhidun.simulator.market.world;

import java.time.LocalDate;
import java.util.List;

/**
 * What the register of companies says.
 *
 * @param insured employees with social insurance, or -1 where unknown
 * @param capital in yuan
 * @param related codes of the same group
 */
public record Register(
    int insured,
    long capital,
    LocalDate founded,
    String industry,
    Person representative,
    List<String> related) {}
