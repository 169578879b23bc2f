package io.zhidun.rules.compliance.catalogue;

import io.zhidun.rules.compliance.record.Texts;

/**
 * What is wrong with an imported file.
 *
 * @param line from 1; 0 where it is about the whole file
 * @param value that is wrong, cut to 60 characters
 */
public record ImportFault(int line, String value, Texts message) {}
