package io.zhidun.rules.compliance.judge;

/**
 * How the criteria of a question came out: a fact of the rules.
 *
 * @param decides whether telemetry may decide
 * @param missing criteria without fresh evidence
 * @param held criteria that hold
 * @param fresh fresh looks that serve the question
 */
public record Tally(
    Question question,
    boolean decides,
    int coreFailed,
    int partFailed,
    int missing,
    int held,
    int fresh) {}
