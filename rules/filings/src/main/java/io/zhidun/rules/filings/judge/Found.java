package io.zhidun.rules.filings.judge;

/**
 * A fact for the rules: what was found about a subject by one kind of signal, over all its windows
 * and, for a linked group, over all its members.
 *
 * @param code of the signal
 * @param score the greatest, to a twentieth
 * @param members of a group that show it, exact below 8, then to a power of two; 1 for other
 *     subjects
 * @param filings that it concerns, likewise
 */
public record Found(String code, String family, double score, int members, int filings) {}
