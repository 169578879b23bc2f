package io.zhidun.rules.filings.judge;

/**
 * A kind of abnormal filing as the provisions count them.
 *
 * @param code P1 to P9, T1 to T10
 * @param register patent or trademark
 */
public record Kind(String code, String register, Texts name) {}
