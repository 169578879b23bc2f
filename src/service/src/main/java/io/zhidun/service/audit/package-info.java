/**
 * The audit trail: who did what, chained and sealed so that nobody can quietly improve it. Features
 * write to it through {@link io.zhidun.service.audit.AuditTrail}; auditors read it.
 */
@NullMarked
package io.zhidun.service.audit;

import org.jspecify.annotations.NullMarked;
