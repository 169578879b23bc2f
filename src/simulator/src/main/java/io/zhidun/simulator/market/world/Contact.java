package io.zhidun.simulator.market.world;

/** Whom the office writes to. */
public record Contact(String name, String phone, String email) {}
