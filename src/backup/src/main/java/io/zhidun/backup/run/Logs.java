package io.zhidun.backup.run;

import io.zhidun.backup.executor.BinlogArchive;
import io.zhidun.backup.executor.WalArchive;

/**
 * Where the log of a source is archived.
 *
 * @param wal a PostgreSQL's
 * @param binlog a MariaDB's
 */
public record Logs(WalArchive wal, BinlogArchive binlog) {}
