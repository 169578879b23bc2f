package io.zhidun.service.ruleset;

/**
 * A text that a site added, or put in place of a shipped one.
 *
 * @param path where it came from
 * @param text Sigma YAML, one document or several
 * @param cases its cases, or empty
 */
record SiteText(String path, String text, String cases) {}
