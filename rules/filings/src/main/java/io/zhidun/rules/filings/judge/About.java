package io.zhidun.rules.filings.judge;

/**
 * A fact for the rules: whom it is about.
 *
 * @param type wire name of the subject's type
 * @param register patent or trademark
 * @param members of a group, to a power of two; 1 for other subjects
 */
public record About(String type, String register, int members) {}
