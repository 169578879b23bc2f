package io.zhidun.simulator.load;

import org.jspecify.annotations.Nullable;

/**
 * Who calls a system.
 *
 * @param account the account, or null for a visitor who has none
 * @param address IPv4 or IPv6
 */
public record Person(@Nullable String account, String address, String userAgent) {}
