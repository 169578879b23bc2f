package io.zhidun.trust.envelope;

/**
 * A data key's secret as one recipient can open it.
 *
 * @param keyId of the recipient's SM2 key
 * @param wrapped the DER SM2Cipher of GM/T 0009
 */
record WrappedKey(String keyId, byte[] wrapped) {}
