/**
 * Disaster recovery of each system: its plan, the level that evidence shows it to reach, and
 * exercises of switching over, step by step with their clock.
 */
@NullMarked
package io.zhidun.service.continuity;

import org.jspecify.annotations.NullMarked;
