/** A report in NIST's Open Security Controls Assessment Language, release 1.1.2, as JSON. */
@NullMarked
package io.zhidun.report.oscal;

import org.jspecify.annotations.NullMarked;
