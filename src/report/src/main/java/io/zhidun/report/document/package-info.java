/** Building blocks of a printed document; they know neither a file format nor what it is about. */
@NullMarked
package io.zhidun.report.document;

import org.jspecify.annotations.NullMarked;
