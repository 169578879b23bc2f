package io.zhidun.rules.filings.judge;

/** An applicant of a linked group. */
public record Member(String key, String name) {}
