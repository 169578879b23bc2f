/** Self-assessment of the use of cryptography (密评, GB/T 39786-2021), scored as of 2023. */
@NullMarked
package io.zhidun.rules.compliance.crypto;

import org.jspecify.annotations.NullMarked;
