package io.zhidun.simulator.market.world;

/** An agent of an agency, with the qualification number. */
public record Agent(String name, String number) {}
