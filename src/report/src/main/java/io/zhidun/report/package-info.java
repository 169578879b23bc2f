/**
 * Reports of classified protection: one model of the numbers, and the forms it is filed in.
 *
 * <p>{@link io.zhidun.report.ReportModel} counts once; every form prints what it counted.
 */
@NullMarked
package io.zhidun.report;

import org.jspecify.annotations.NullMarked;
