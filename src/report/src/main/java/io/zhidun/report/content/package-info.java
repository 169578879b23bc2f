/** What stands in the report of an assessment, built from blocks. */
@NullMarked
package io.zhidun.report.content;

import org.jspecify.annotations.NullMarked;
