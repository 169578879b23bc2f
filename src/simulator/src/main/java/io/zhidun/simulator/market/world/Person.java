package io.zhidun.simulator.market.world;

/** A person with an identity number. */
public record Person(String name, String idNumber) {}
