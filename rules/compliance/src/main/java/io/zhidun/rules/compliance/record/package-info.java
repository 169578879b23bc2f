/** Records of classified protection: what is protected, what was found, what it rests on. */
@NullMarked
package io.zhidun.rules.compliance.record;

import org.jspecify.annotations.NullMarked;
