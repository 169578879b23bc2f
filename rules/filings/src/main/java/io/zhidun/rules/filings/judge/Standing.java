package io.zhidun.rules.filings.judge;

/**
 * A fact for the rules of tiers: how a kind stands after the rules of kinds.
 *
 * @param strength the greatest score of the signals that carry the kind
 * @param families independent families with a signal of at least medium score
 * @param carried true where a signal carries it, not only supports
 */
public record Standing(String kind, double strength, int families, boolean onlyText) {}
