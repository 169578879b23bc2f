package io.zhidun.testkit.outage;

/**
 * A node of the map, as an installation would know it.
 *
 * @param kind {@code SERVICE}, {@code INSTANCE}, {@code HOST}, {@code DATABASE}, {@code QUEUE},
 *     {@code ZONE} or {@code CAPABILITY}
 */
public record MapNode(String id, String kind, String zh, String en) {}
