package io.zhidun.simulator.market.world;

/** A postal address as it is written. */
public record Address(String text, String postCode, String province) {}
