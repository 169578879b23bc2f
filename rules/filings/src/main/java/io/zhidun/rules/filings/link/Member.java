package io.zhidun.rules.filings.link;

/** An applicant of a group. */
public record Member(String key, String name) {}
