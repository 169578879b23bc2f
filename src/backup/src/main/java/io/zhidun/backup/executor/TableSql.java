package io.zhidun.backup.executor;

/**
 * The statements that count a database the same way when it is backed up and when it was restored.
 */
final class TableSql {
  /** What a row looks like as text depends on these. */
  static final String SETTINGS =
      "SET datestyle='ISO, YMD'; SET timezone='UTC'; SET intervalstyle='postgres';"
          + " SET extra_float_digits=1; SET bytea_output='hex'; SET search_path=pg_catalog";

  /** Quoted names of all tables with rows of their own, in order. */
  static final String TABLES =
      "SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c"
          + " JOIN pg_namespace n ON n.oid = c.relnamespace"
          + " WHERE c.relkind = 'r' AND c.relpersistence = 'p'"
          + " AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast')"
          + " ORDER BY 1";

  private TableSql() {}

  /**
   * Rows, and the sum of a 64-bit hash of each: independent of their order, changed by every row
   * that is lost, doubled or altered.
   *
   * @param table as {@link #TABLES} quotes it
   */
  static String count(String table) {
    return "SELECT count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) FROM "
        + table
        + " t";
  }
}
