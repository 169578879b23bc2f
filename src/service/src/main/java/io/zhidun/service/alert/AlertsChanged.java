package io.zhidun.service.alert;

/**
 * Alerts were created or changed, and the change is committed.
 *
 * @param revision the newest change's revision
 */
public record AlertsChanged(long revision) {}
