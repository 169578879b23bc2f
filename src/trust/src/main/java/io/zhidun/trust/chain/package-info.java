/** The audit trail: chained records, sealed checkpoints, Merkle proofs, the verifier. */
@NullMarked
package io.zhidun.trust.chain;

import org.jspecify.annotations.NullMarked;
