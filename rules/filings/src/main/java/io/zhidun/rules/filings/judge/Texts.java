package io.zhidun.rules.filings.judge;

/** The same sentence in Chinese and in English. */
public record Texts(String zh, String en) {}
