/** A rule's own examples, run as tests. */
@NullMarked
package io.zhidun.rules.cases;

import org.jspecify.annotations.NullMarked;
