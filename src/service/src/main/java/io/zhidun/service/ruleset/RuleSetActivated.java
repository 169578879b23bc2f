package io.zhidun.service.ruleset;

/** A set became the current one; it is on disk when this is told. */
record RuleSetActivated(long number) {}
