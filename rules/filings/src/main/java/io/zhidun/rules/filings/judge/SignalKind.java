package io.zhidun.rules.filings.judge;

/**
 * What is published about a kind of signal: its weight, and how it is told.
 *
 * @param weight what a score of 1 gives to an indication's score
 * @param name for lists
 * @param sentence with the signal's numbers in braces
 */
public record SignalKind(String code, double weight, Texts name, Texts sentence) {}
