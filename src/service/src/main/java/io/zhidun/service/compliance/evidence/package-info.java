/**
 * Looks at what the platform knows of systems. A collector answers named checks with values; where
 * it knows nothing it says nothing, and never guesses a value.
 */
@NullMarked
package io.zhidun.service.compliance.evidence;

import org.jspecify.annotations.NullMarked;
