/** The evidence pack: every form, every piece of evidence, hashes, one command to verify. */
@NullMarked
package io.zhidun.report.pack;

import org.jspecify.annotations.NullMarked;
