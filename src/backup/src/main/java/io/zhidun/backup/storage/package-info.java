/** Where backups are kept: folders, SFTP servers, S3 stores. */
@NullMarked
package io.zhidun.backup.storage;

import org.jspecify.annotations.NullMarked;
