/**
 * National cryptography as the platform uses it: the SM3 digest, and below it seals, envelopes,
 * keys and trails.
 */
@NullMarked
package io.zhidun.trust;

import org.jspecify.annotations.NullMarked;
