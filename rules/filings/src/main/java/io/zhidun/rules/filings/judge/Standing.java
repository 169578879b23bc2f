package io.zhidun.rules.filings.judge;

/**
 * A fact for the rules of tiers: how a kind stands after the rules of kinds.
 *
 * @param strength the greatest score of the signals that carry the kind
 * @param families independent families with a signal of at least medium score
 * @param onlyText whether all of them speak of the text
 * @param filings the most that one of the signals that carry it concerns
 */
public record Standing(String kind, double strength, int families, boolean onlyText, int filings) {}
