package io.zhidun.trust.sm2;

import io.zhidun.trust.Sm3;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithID;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.SM2Signer;
import org.bouncycastle.math.ec.ECPoint;

/** An SM2 public key: a point of the curve, checked to be one. */
public final class Sm2PublicKey {

  /** SubjectPublicKeyInfo (RFC 5480) of id-ecPublicKey on sm2p256v1, up to the point. */
  private static final byte[] DER_BEFORE_POINT =
      HexFormat.of().parseHex("3059301306072a8648ce3d020106082a811ccf5501822d034200");

  /** Bytes of the digest that make the id. */
  private static final int ID_BYTES = 16;

  private static final String PEM_BEGIN = "-----BEGIN PUBLIC KEY-----";
  private static final String PEM_END = "-----END PUBLIC KEY-----";

  private final byte[] point;
  private final ECPublicKeyParameters parameters;
  private final String id;

  private Sm2PublicKey(byte[] point) {
    this.point = point;
    this.parameters = new ECPublicKeyParameters(decode(point), Sm2Curve.DOMAIN);
    this.id = Sm3.hex(Arrays.copyOf(Sm3.of(point), ID_BYTES));
  }

  /**
   * @param point 65 bytes: 04, x, y
   * @throws IllegalArgumentException where it is no point of the curve
   */
  public static Sm2PublicKey of(byte[] point) {
    if (point.length != Sm2Curve.POINT || point[0] != 4) {
      throw new IllegalArgumentException("an SM2 public key is 04 and two coordinates, 65 bytes");
    }
    return new Sm2PublicKey(point.clone());
  }

  /** Reads a DER SubjectPublicKeyInfo with an uncompressed point, and no other form of it. */
  public static Sm2PublicKey ofDer(byte[] der) {
    int prefix = DER_BEFORE_POINT.length;
    if (der.length != prefix + Sm2Curve.POINT
        || !Arrays.equals(der, 0, prefix, DER_BEFORE_POINT, 0, prefix)) {
      throw new IllegalArgumentException(
          "not a public key of SM2 (SubjectPublicKeyInfo, sm2p256v1, uncompressed)");
    }
    return of(Arrays.copyOfRange(der, prefix, der.length));
  }

  /** Reads the PEM form that {@link #pem()} and {@code openssl pkey -pubout} write. */
  public static Sm2PublicKey ofPem(String pem) {
    int begin = pem.indexOf(PEM_BEGIN);
    int end = pem.indexOf(PEM_END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException("no \"" + PEM_BEGIN + "\" block");
    }
    String body = pem.substring(begin + PEM_BEGIN.length(), end).replaceAll("\\s", "");
    return ofDer(Base64.getDecoder().decode(body));
  }

  /** The first 16 bytes of the SM3 digest of the point, in hexadecimal digits. */
  public String id() {
    return id;
  }

  /** 65 bytes: 04, x, y. */
  public byte[] point() {
    return point.clone();
  }

  /** DER SubjectPublicKeyInfo, 91 bytes. */
  public byte[] der() {
    byte[] der = Arrays.copyOf(DER_BEFORE_POINT, DER_BEFORE_POINT.length + point.length);
    System.arraycopy(point, 0, der, DER_BEFORE_POINT.length, point.length);
    return der;
  }

  /** PEM as OpenSSL reads it. */
  public String pem() {
    String body =
        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(der());
    return PEM_BEGIN + "\n" + body + "\n" + PEM_END + "\n";
  }

  /** Whether a DER signature, SM3withSM2 under the default user id, is of this content and key. */
  public boolean verifies(byte[] content, byte[] signature) {
    SM2Signer signer = new SM2Signer();
    signer.init(false, new ParametersWithID(parameters, Sm2Curve.USER_ID));
    signer.update(content, 0, content.length);
    return signer.verifySignature(signature);
  }

  /**
   * Encrypts a short secret for the holder of the private key.
   *
   * @return the DER SM2Cipher of GM/T 0009-2012, clause 7.2 (x, y, SM3, cipher text)
   */
  public byte[] encrypt(byte[] secret, SecureRandom random) {
    SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
    engine.init(true, new ParametersWithRandom(parameters, random));
    try {
      return Sm2Cipher.toDer(engine.processBlock(secret, 0, secret.length));
    } catch (InvalidCipherTextException impossible) {
      throw new IllegalStateException(
          "SM2 could not encrypt " + secret.length + " bytes", impossible);
    }
  }

  private static ECPoint decode(byte[] point) {
    try {
      ECPoint decoded = Sm2Curve.DOMAIN.getCurve().decodePoint(point);
      if (decoded.isInfinity()) {
        throw new IllegalArgumentException("the point at infinity is no SM2 public key");
      }
      return decoded;
    } catch (IllegalArgumentException notOnCurve) {
      throw new IllegalArgumentException("not a point of the SM2 curve", notOnCurve);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Sm2PublicKey key && Arrays.equals(point, key.point);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(point);
  }

  @Override
  public String toString() {
    return "SM2 public key " + id;
  }
}
