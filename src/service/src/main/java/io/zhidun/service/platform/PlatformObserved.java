package io.zhidun.service.platform;

/** The platform's state was read. */
public record PlatformObserved(Platform platform) {}
