package io.zhidun.simulator.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A certificate that signs itself, of the first version (RFC 5280, 4.1), written by hand: the JDK
 * reads certificates and makes none.
 */
final class OwnCertificate {
  private static final Duration VALID = Duration.ofDays(365);
  private static final DateTimeFormatter UTC_TIME =
      DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;
  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int OBJECT = 0x06;
  private static final int UTF8 = 0x0c;
  private static final int TIME = 0x17;

  /** 1.2.840.10045.4.3.2, ecdsa-with-SHA256 (RFC 5758, 3.2). */
  private static final byte[] ECDSA = {
    0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x04, 0x03, 0x02
  };

  /** 2.5.4.3, common name. */
  private static final byte[] COMMON_NAME = {0x55, 0x04, 0x03};

  private OwnCertificate() {}

  /** A context with a new key and its certificate, valid for a year. */
  static SSLContext context(String host, Instant now, SecureRandom random)
      throws GeneralSecurityException, IOException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"), random);
    KeyPair pair = generator.generateKeyPair();
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    char[] none = new char[0];
    store.setKeyEntry(
        "own", pair.getPrivate(), none, new Certificate[] {certificate(host, now, pair, random)});
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store, none);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, random);
    return context;
  }

  private static Certificate certificate(
      String host, Instant now, KeyPair pair, SecureRandom random) throws GeneralSecurityException {
    byte[] algorithm = der(SEQUENCE, der(OBJECT, ECDSA));
    byte[] name =
        der(
            SEQUENCE,
            der(
                SET,
                der(
                    SEQUENCE,
                    der(OBJECT, COMMON_NAME),
                    der(UTF8, host.getBytes(StandardCharsets.UTF_8)))));
    byte[] content =
        der(
            SEQUENCE,
            der(INTEGER, new BigInteger(63, random).add(BigInteger.ONE).toByteArray()),
            algorithm,
            name,
            der(SEQUENCE, time(now.minus(Duration.ofDays(1))), time(now.plus(VALID))),
            name,
            pair.getPublic().getEncoded());
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(pair.getPrivate(), random);
    signature.update(content);
    byte[] whole =
        der(SEQUENCE, content, algorithm, der(BIT_STRING, new byte[] {0}, signature.sign()));
    return CertificateFactory.getInstance("X.509")
        .generateCertificate(new ByteArrayInputStream(whole));
  }

  private static byte[] time(Instant at) {
    return der(TIME, UTC_TIME.format(at).getBytes(StandardCharsets.US_ASCII));
  }

  /** Tag, length, parts (X.690, 8.1). */
  private static byte[] der(int tag, byte[]... parts) {
    ByteArrayOutputStream value = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      value.writeBytes(part);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    int length = value.size();
    if (length > 0xff) {
      out.write(0x82);
      out.write(length >> 8);
    } else if (length > 0x7f) {
      out.write(0x81);
    }
    out.write(length);
    out.writeBytes(value.toByteArray());
    return out.toByteArray();
  }
}
