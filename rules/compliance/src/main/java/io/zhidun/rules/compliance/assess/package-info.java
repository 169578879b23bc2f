/** From evidence and persons' decisions to an assessment, repeatable to the byte. */
@NullMarked
package io.zhidun.rules.compliance.assess;

import org.jspecify.annotations.NullMarked;
