package io.zhidun.trust.sm2;

import java.io.IOException;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.util.BigIntegers;

/** Between the raw cipher text C1 C3 C2 (GB/T 32918.4) and its DER form (GM/T 0009-2012). */
final class Sm2Cipher {
  private static final int HALF = 32;
  private static final int HASH_AT = 1 + 2 * HALF;
  private static final int TEXT_AT = HASH_AT + 32;

  private Sm2Cipher() {}

  static byte[] toDer(byte[] raw) {
    DERSequence sequence =
        new DERSequence(
            new org.bouncycastle.asn1.ASN1Encodable[] {
              new ASN1Integer(new BigInteger(1, raw, 1, HALF)),
              new ASN1Integer(new BigInteger(1, raw, 1 + HALF, HALF)),
              new DEROctetString(Arrays.copyOfRange(raw, HASH_AT, TEXT_AT)),
              new DEROctetString(Arrays.copyOfRange(raw, TEXT_AT, raw.length))
            });
    try {
      return sequence.getEncoded(ASN1Encoding.DER);
    } catch (IOException impossible) {
      throw new IllegalStateException("a cipher text could not be written as DER", impossible);
    }
  }

  /** Empty where the bytes are not exactly one such DER value. */
  static Optional<byte[]> toRaw(byte[] der) {
    try {
      if (!(ASN1Primitive.fromByteArray(der) instanceof ASN1Sequence sequence)
          || sequence.size() != 4
          || !(sequence.getObjectAt(0) instanceof ASN1Integer x)
          || !(sequence.getObjectAt(1) instanceof ASN1Integer y)
          || !(sequence.getObjectAt(2) instanceof ASN1OctetString hash)
          || !(sequence.getObjectAt(3) instanceof ASN1OctetString text)
          || hash.getOctets().length != TEXT_AT - HASH_AT) {
        return Optional.empty();
      }
      byte[] raw = new byte[TEXT_AT + text.getOctets().length];
      raw[0] = 4;
      BigIntegers.asUnsignedByteArray(x.getPositiveValue(), raw, 1, HALF);
      BigIntegers.asUnsignedByteArray(y.getPositiveValue(), raw, 1 + HALF, HALF);
      System.arraycopy(hash.getOctets(), 0, raw, HASH_AT, TEXT_AT - HASH_AT);
      System.arraycopy(text.getOctets(), 0, raw, TEXT_AT, raw.length - TEXT_AT);
      return Optional.of(raw);
    } catch (IOException | IllegalArgumentException | IllegalStateException notDer) {
      return Optional.empty();
    }
  }
}
