/** How the data of the rule catalogue below {@code compliance/} is read. */
@NullMarked
package io.zhidun.rules.compliance.knowledge;

import org.jspecify.annotations.NullMarked;
