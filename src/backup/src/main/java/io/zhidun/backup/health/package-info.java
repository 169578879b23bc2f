/** What is wrong with the backups now: a pure function of what was done and of the time. */
@NullMarked
package io.zhidun.backup.health;

import org.jspecify.annotations.NullMarked;
