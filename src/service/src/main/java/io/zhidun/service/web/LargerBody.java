package io.zhidun.service.web;

/**
 * A feature's word that requests to a path, and below it, may carry more than others.
 *
 * @param path such as {@code /api/v1/proposals}
 * @param bytes the most they may carry
 */
public record LargerBody(String path, int bytes) {}
