package io.zhidun.rules.filings.judge;

import io.zhidun.rules.filings.signal.SignalFamily;

/**
 * What one signal gives to an indication's score.
 *
 * @param score of the signal, 0 to 1
 * @param weight published weight of the signal's code
 * @param part weight times score, as it counts
 */
public record SignalPart(
    String code, SignalFamily family, String window, double score, double weight, double part) {}
