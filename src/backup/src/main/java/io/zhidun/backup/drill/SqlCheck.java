package io.zhidun.backup.drill;

/**
 * A question that an application's owner wants answered by restored data.
 *
 * @param sql gives one row of one column
 * @param expected the answer
 */
public record SqlCheck(String database, String sql, String expected) {}
