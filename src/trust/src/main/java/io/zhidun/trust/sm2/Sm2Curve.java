package io.zhidun.trust.sm2;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.asn1.gm.GMNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;

/** The curve sm2p256v1 of GB/T 32918.5 and what goes with it. */
final class Sm2Curve {

  static final ECDomainParameters DOMAIN = domain();

  /** The signer's id where no other was agreed (GM/T 0009-2012, clause 10). */
  static final byte[] USER_ID = "1234567812345678".getBytes(StandardCharsets.US_ASCII);

  /** Bytes of an uncompressed point. */
  static final int POINT = 65;

  /** Bytes of a private key. */
  static final int SCALAR = 32;

  private Sm2Curve() {}

  private static ECDomainParameters domain() {
    X9ECParameters curve = GMNamedCurves.getByName("sm2p256v1");
    return new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN(), curve.getH());
  }

  /** Whether the number may be a private key: 1 to n - 2 (GB/T 32918.1, clause 6.1). */
  static boolean isScalar(BigInteger number) {
    return number.signum() > 0 && number.compareTo(DOMAIN.getN().subtract(BigInteger.TWO)) <= 0;
  }
}
