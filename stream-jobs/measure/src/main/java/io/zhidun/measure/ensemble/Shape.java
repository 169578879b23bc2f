package io.zhidun.measure.ensemble;

/**
 * What an alert looked like, so that a person may say that it was none.
 *
 * @param first the rarest aspect
 * @param second the second rarest
 * @param rarity their sum in decades
 */
public record Shape(Aspect first, Aspect second, double rarity) {}
