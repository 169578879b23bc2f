package io.zhidun.backup.storage;

import java.time.Instant;

/**
 * @param size in bytes
 * @param stored when the target says that it was stored
 */
public record StoredObject(String name, long size, Instant stored) {}
