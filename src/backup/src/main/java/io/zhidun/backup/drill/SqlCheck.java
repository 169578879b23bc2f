package io.zhidun.backup.drill;

/**
 * A question that an application's owner wants answered by restored data.
 *
 * @param database its name; or the indices of an Elasticsearch
 * @param sql gives one row of one column; or a query whose matches are counted
 * @param expected the answer
 */
public record SqlCheck(String database, String sql, String expected) {}
