/** What is asked of backups, tier by tier, and when: data and pure functions of time. */
@NullMarked
package io.zhidun.backup.policy;

import org.jspecify.annotations.NullMarked;
