package io.zhidun.trust.sm2;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.crypto.CryptoException;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/** An SM2 private key with its public half. Never printed; safe for many threads. */
public final class Sm2PrivateKey {
  private final ECPrivateKeyParameters parameters;
  private final Sm2PublicKey publicKey;

  private Sm2PrivateKey(BigInteger scalar) {
    this.parameters = new ECPrivateKeyParameters(scalar, Sm2Curve.DOMAIN);
    this.publicKey =
        Sm2PublicKey.of(
            new FixedPointCombMultiplier()
                .multiply(Sm2Curve.DOMAIN.getG(), scalar)
                .normalize()
                .getEncoded(false));
  }

  /** A new key (GB/T 32918.1, clause 6.1). */
  public static Sm2PrivateKey generate(SecureRandom random) {
    BigInteger scalar;
    do {
      scalar = BigIntegers.createRandomBigInteger(8 * Sm2Curve.SCALAR, random);
    } while (!Sm2Curve.isScalar(scalar));
    return new Sm2PrivateKey(scalar);
  }

  /**
   * @param scalar 32 bytes, most significant first
   */
  public static Sm2PrivateKey of(byte[] scalar) {
    BigInteger number = new BigInteger(1, scalar);
    if (scalar.length != Sm2Curve.SCALAR || !Sm2Curve.isScalar(number)) {
      throw new IllegalArgumentException("not an SM2 private key: 32 bytes, 1 to n - 2");
    }
    return new Sm2PrivateKey(number);
  }

  public Sm2PublicKey publicKey() {
    return publicKey;
  }

  /** 32 bytes, most significant first. The caller keeps them secret. */
  public byte[] scalar() {
    return BigIntegers.asUnsignedByteArray(Sm2Curve.SCALAR, parameters.getD());
  }

  /** A DER signature of the content, SM3withSM2 under the default user id. */
  public byte[] sign(byte[] content, SecureRandom random) {
    SM2Signer signer = new SM2Signer();
    signer.init(
        true, new ParametersWithID(new ParametersWithRandom(parameters, random), Sm2Curve.USER_ID));
    signer.update(content, 0, content.length);
    try {
      return signer.generateSignature();
    } catch (CryptoException impossible) {
      throw new IllegalStateException("SM2 could not sign", impossible);
    }
  }

  /** What was encrypted for this key; empty where the bytes are not for it or were changed. */
  public Optional<byte[]> decrypt(byte[] der) {
    return Sm2Cipher.toRaw(der).flatMap(this::decryptRaw);
  }

  private Optional<byte[]> decryptRaw(byte[] raw) {
    SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
    engine.init(false, parameters);
    try {
      return Optional.of(engine.processBlock(raw, 0, raw.length));
    } catch (InvalidCipherTextException | IllegalArgumentException changed) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "SM2 private key of " + publicKey.id();
  }
}
