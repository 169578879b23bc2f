package io.zhidun.rules.compliance.crypto;

/**
 * How cryptography protects one object.
 *
 * @param name of the object
 * @param effective cryptography is used at all, rightly and effectively (D); without it nothing
 *     else counts
 * @param algorithm as in SM4, AES-256 or RSA-2048; decides whether the algorithm is accepted (A)
 *     and how strong it is
 * @param keysSound keys are managed well in certified modules (K)
 * @param moduleLevel security level of the certified module, 0 without one
 */
public record CryptoObject(
    String name, boolean effective, String algorithm, boolean keysSound, int moduleLevel) {}
