/**
 * The installation's backups: run, verified and drilled by the calendar and by engineers; what is
 * wrong with them becomes alerts, and what they prove becomes evidence.
 */
@NullMarked
package io.zhidun.service.backup;

import org.jspecify.annotations.NullMarked;
