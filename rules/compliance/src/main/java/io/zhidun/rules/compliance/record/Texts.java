package io.zhidun.rules.compliance.record;

/** The same sentence in Chinese and in English. */
public record Texts(String zh, String en) {}
