package io.zhidun.simulator.market.world;

import java.time.LocalDate;

/**
 * A patent or trademark agency.
 *
 * @param agents how many work there
 * @param batch whether it files by the office's batch client
 */
public record Agency(
    int index,
    String code,
    String name,
    Address address,
    Contact contact,
    int agents,
    boolean batch,
    LocalDate licensedFrom,
    LocalDate licensedUntil,
    String socialCode) {}
